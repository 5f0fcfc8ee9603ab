using System.CommandLine;
using System.Globalization;
using InnovationBot.Service.Evaluation;
using InnovationBot.Service.Options;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>evaluate search|metrics|statements</c>: how good the search and the assessor are, by files that anybody can judge.</summary>
internal static class EvaluateCommand
{
    public static Command Make(CommandContext context) => new("evaluate", "Measure the search and the assessor on files of your own")
    {
        Search(context), Metrics(context.Console), Statements(context),
    };

    private static Command Search(CommandContext context)
    {
        var console = context.Console;
        var cases = Required("--cases", "Collection, JSON Lines");
        var queries = Required("--queries", "Queries, JSON Lines of id, text and perhaps language");
        var run = Required("--run", "Where the run goes, in TREC's format");
        var depth = new Option<int>("--depth")
        {
            Description = "Lines a query at most, 1 to 1000", DefaultValueFactory = _ => 100, HelpName = "N",
            CustomParser = given =>
            {
                if (given.Tokens is [var only] && int.TryParse(only.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var lines)) return lines;
                given.AddError("--depth must be 1 to 1000.");
                return 0;
            },
        };
        var people = new Option<bool>("--people") { Description = "Find the people of the documents instead" };
        var noAbstain = new Option<bool>("--no-abstain") { Description = "Write the nearest also for queries that nothing fits" };
        var command = new Command("search", "Answer queries from a collection by the product's own search") { cases, queries, run, depth, people, noAbstain };
        command.SetAction((parsed, stop) =>
        {
            var options = new EvaluateSearchOptions(
                parsed.GetRequiredValue(cases), parsed.GetRequiredValue(queries), parsed.GetRequiredValue(run), parsed.GetValue(depth), parsed.GetValue(people), parsed.GetValue(noAbstain),
                context.Installation(parsed).LanguagePack, OpenAIServices.Source(context.Installation(parsed).ReadSettings()));
            return new EvaluateSearch(options, console.Out, console.Error).Run(stop);
        });
        return command;
    }

    private static Command Metrics(CommandConsole console)
    {
        var run = Required("--run", "A run in TREC's format");
        var qrels = Required("--qrels", "Judgements, as TREC writes them or tab-separated");
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("metrics", "Judge a run by trec_eval's definitions") { run, qrels, json };
        command.SetAction(parsed => new EvaluateMetrics(new EvaluateMetricsOptions(parsed.GetRequiredValue(run), parsed.GetRequiredValue(qrels), parsed.GetValue(json)), console.Out, console.Error).Run());
        return command;
    }

    private static Command Statements(CommandContext context)
    {
        var console = context.Console;
        var input = Required("--in", "Statements, tab-separated language and text");
        var output = Required("--out", "Where language, text, label and elements go, tab-separated");
        var command = new Command("statements", "Tell concrete statements from abstract ones, and what they tell") { input, output };
        command.SetAction((parsed, stop) => new EvaluateStatements(
            new EvaluateStatementsOptions(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), OpenAIServices.Assessor(context.Installation(parsed).ReadSettings())), console.Error).Run(stop));
        return command;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true, HelpName = "FILE" };
}
