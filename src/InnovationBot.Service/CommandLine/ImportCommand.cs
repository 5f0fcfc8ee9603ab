using System.CommandLine;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;
using InnovationBot.Service.Transfer;

namespace InnovationBot.Service.CommandLine;

/// <summary><c>import organisations|members|cases FILE</c>: takes a whole file into the network, or nothing of it.</summary>
internal static class ImportCommand
{
    public static Command Make(CommandContext context)
    {
        var kind = TransferArguments.Kind();
        var file = new Argument<string>("FILE") { Description = "A file ending in .jsonl, .csv or .xlsx" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check the file and say what it would do; store nothing" };
        var map = new Option<string[]>("--map") { Description = "Take the column (or JSON field) of this name as a field; may be repeated", HelpName = "column=field" };
        var set = new Option<string[]>("--set") { Description = "Give a field this value in every line, whatever the line says; may be repeated", HelpName = "field=value" };
        var by = CommandContext.As();
        var command = new Command("import", "Take organisations, members or cases from a file") { kind, file, dryRun, map, set, by };
        command.SetAction(async (parsed, stop) =>
        {
            var what = Vocabulary.Read<RecordKind>(parsed.GetRequiredValue(kind));
            var path = parsed.GetRequiredValue(file);
            var format = RecordFile.FormatOf(path) ?? throw new CommandFault($"The file's name must end in .jsonl, .csv or .xlsx; '{Path.GetFileName(path)}' does not.", ExitCode.Usage);
            var fields = RecordShape.Of(what).Fields;
            var columns = TransferArguments.Pairs(parsed.GetValue(map) ?? [], "--map", fields, isFieldFirst: false);
            var values = TransferArguments.Pairs(parsed.GetValue(set) ?? [], "--set", fields, isFieldFirst: true);
            await using var content = TransferArguments.OpenRead(path);

            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            await using var scope = network.Scope();
            var request = new ImportRequest(what, content, format, columns, values, actor, parsed.GetValue(dryRun));
            var outcome = await new ImportFiles(scope.ServiceProvider).Run(request, new ImportLines(context.Console), stop);
            return Tell(outcome, request, context.Console);
        });
        return command;
    }

    /// <summary>Faults of one file that are told.</summary>
    private const int MostTold = 100;

    private static int Tell(ImportOutcome outcome, ImportRequest request, CommandConsole console)
    {
        if (outcome.AbsentColumns.Count > 0) console.Problem($"The file has no such column: {string.Join(", ", outcome.AbsentColumns)}. Look at what --map names.");
        if (outcome.UnknownColumns.Count > 0) console.Problem($"Columns that are no fields are ignored: {string.Join(", ", outcome.UnknownColumns)}. Name what they are with --map column=field.");
        if (outcome.Refusal is { } refusal)
        {
            console.Problem(Refusals.Sentence(refusal, Say.In(Language.English)));
            return ExitCode.Refused;
        }

        if (outcome.Faults.Count > 0)
        {
            foreach (var fault in outcome.Faults.Kept.Take(MostTold)) console.Problem(Say.In(Language.English).Fault(fault));
            if (outcome.Faults.Count > MostTold) console.Problem($"… and {outcome.Faults.Count - MostTold} more.");
            console.Problem($"{Counted.Of(outcome.Faults.Count, "error", "errors")}; nothing was stored.");
            return ExitCode.Usage;
        }

        foreach (var line in ImportLines.Of(outcome.Summary, request)) console.Result(line);
        return ExitCode.Done;
    }
}
