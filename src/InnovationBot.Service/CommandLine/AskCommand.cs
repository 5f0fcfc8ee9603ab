using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Settings;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.CommandLine;

/// <summary>
/// <c>ask</c>: the answer that the bot would give. Nothing is stored, so nobody can be asked for an introduction by what it prints. Without
/// <c>--as</c> it holds what everybody of the network may read: the administrator of the machine is no member.
/// </summary>
internal static class AskCommand
{
    public static Command Make(CommandContext context)
    {
        var text = new Argument<string[]>("TEXT") { Description = "The problem, in your own words", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string?>("--language") { Description = "Language of the text and the answer (default: as written)", HelpName = "xx" };
        language.AcceptOnlyFromAmong([.. Language.Spoken.Select(spoken => spoken.Code)]);
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var by = CommandContext.As();
        var command = new Command("ask", "Answer a problem from the network, and store nothing") { text, language, json, by };
        command.SetAction(async (parsed, stop) =>
        {
            var asked = string.Join(' ', parsed.GetRequiredValue(text)).Trim();
            if (asked.Length == 0) throw new CommandFault("Nothing was asked. Write the problem after ask, in quotation marks.", ExitCode.Usage);

            await using var network = await CommandNetwork.Open(context.Installation(parsed), context.Console, stop);
            var actor = await network.Actor(parsed.GetValue(by), stop);
            await using var scope = network.Scope();
            if (scope.ServiceProvider.GetRequiredService<ILexiconState>().Complaint is { } lacking) context.Console.Progress(lacking);
            if (scope.ServiceProvider.GetRequiredService<ILanguagePackState>().Complaint is { } complaint) context.Console.Progress(complaint);
            var answer = await Answer(scope.ServiceProvider, asked, parsed.GetValue(language), actor, stop);
            var say = Say.In(answer.Problem.Language);
            foreach (var line in parsed.GetValue(json) ? [Json(answer, say)] : AnswerLines.Of(answer, say)) context.Console.Result(line);
            return answer is { Cases.Count: 0, People.Count: 0 } ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

    /// <summary>By the product's own code, on a problem that is never saved.</summary>
    private static async Task<Answer> Answer(IServiceProvider services, string text, string? language, Member? actor, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var fallback = actor?.Language ?? (await services.GetRequiredService<SettingsInForce>().Now(stop)).DefaultLanguage;
        var written = language is { } named ? new Language(named) : services.GetRequiredService<ILanguageDetector>().Detect(text) ?? fallback;
        var owner = actor ?? new Member { Id = EntityId.New<MemberId>(now), Language = written, CreatedAt = now };
        var problem = new Problem { Id = EntityId.New<ProblemId>(now), OwnerId = owner.Id, Text = Problem.Trim(text), Language = written, CreatedAt = now };
        return await services.GetRequiredService<Answers>().Find(problem, owner, stop);
    }

    private static string Json(Answer answer, Say say)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("language", answer.Problem.Language.Code);
            writer.WriteBoolean("concrete", !answer.IsAbstract);
            writer.WriteStartArray("cases");
            foreach (var found in answer.Cases) Write(writer, found, say);
            writer.WriteEndArray();
            writer.WriteStartArray("people");
            foreach (var found in answer.People) Write(writer, found, say);
            writer.WriteEndArray();
            writer.WriteString("question", answer.Question is { } question ? AnswerLines.Question(question, say) : null);
            writer.WriteBoolean("nothingFits", answer.Fit == Fit.Nothing);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, SuggestedCase found, Say say)
    {
        var (suggestion, @case, organisation, kind) = found;
        writer.WriteStartObject();
        writer.WriteString("id", @case.Key);
        writer.WriteString("title", @case.Title);
        writer.WriteString("organisation", organisation?.Name ?? (kind is null ? null : say.Kind(kind)));
        writer.WriteString("tier", (organisation?.Tier ?? kind?.Tier ?? @case.Tier) is { } tier ? Vocabulary.Write(tier) : null);
        writer.WriteString("country", organisation?.Country ?? kind?.Country ?? @case.Country);
        writer.WriteString("outcome", Vocabulary.Write(@case.Outcome));
        writer.WriteString("slot", Vocabulary.Write(suggestion.Slot));
        writer.WriteNumber("score", Math.Round(suggestion.Score, 4));
        Write(writer, Reasons.All(say, suggestion.Reasons));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SuggestedPerson found, Say say)
    {
        writer.WriteStartObject();
        writer.WriteString("id", found.Suggestion.Id.ToString());
        writer.WriteString("shownAs", AnswerLines.ShownAs(found, say));
        writer.WriteStartArray("languages");
        foreach (var language in found.Shown.Languages) writer.WriteStringValue(language.Code);
        writer.WriteEndArray();
        Write(writer, Reasons.All(say, found.Reasons));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<string> reasons)
    {
        writer.WriteStartArray("reasons");
        foreach (var reason in reasons) writer.WriteStringValue(reason);
        writer.WriteEndArray();
    }
}
