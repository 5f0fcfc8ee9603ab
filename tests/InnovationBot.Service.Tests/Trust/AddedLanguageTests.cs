using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InnovationBot.Testing.Cards;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.Service.Tests.Trust;

/// <summary>A seventh language is a folder of files beside the program: no code knows of it, and whoever writes in it reads nothing else.</summary>
public sealed partial class AddedLanguageTests : IAsyncLifetime
{
    private const string Problem = "Ljudi čekaju jedanaest tjedana na dozvolu i nitko im ništa ne kaže";

    /// <summary>What people read of an element of a card.</summary>
    private static readonly string[] Readable = ["text", "title", "label", "placeholder", "errorMessage", "altText", "speak", "fallbackText"];

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-language-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Every text of the English files between two marks, as a translator would hand it back.
        var source = Path.Combine(RepositoryFolder.Root, "src", "InnovationBot.Conversation");
        foreach (var path in Directory.EnumerateFiles(source, "*.resx", SearchOption.AllDirectories).Where(path => !Translated().IsMatch(path)))
        {
            var file = XDocument.Load(path);
            foreach (var value in file.Root!.Elements("data").Elements("value")) value.Value = $"‹{value.Value}›";
            var to = Path.Combine(folder, "hr", "texts", Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            file.Save(to);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "hr", "common-words.txt"), "0: ljudi čekaju tjedana nitko im ništa kaže na i\n", Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "hr", "language.json"), """{ "name": "hrvatski", "plural": "one_other" }""", Stop);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Its_files_alone_make_the_bot_speak_it()
    {
        await using var connector = await LoopbackConnector.Start();
        using var program = Started();
        try
        {
            using var door = new Door(await Address(program));
            var mia = new Chat(new TestPerson("Mia Marić"), connector, door);
            foreach (var words in new[] { "help", Problem, "my problems", "privacy", "check-in", "profile", "cases" })
            {
                var sent = await mia.Say(words, "hr-HR");
                sent.ShouldContain(message => message.Card.ValueKind == JsonValueKind.Object, words);
                foreach (var message in sent.Where(message => message.Card.ValueKind == JsonValueKind.Object))
                {
                    message.Card.GetProperty("lang").GetString().ShouldBe("hr", words);
                    Texts(message.Card).Where(text => text.Any(char.IsLetter) && !text.Contains('‹') && !text.Contains(Problem)).ShouldBeEmpty(words);
                }
            }

            (await mia.Say("language", "hr-HR"))[^1].Card.ToString().ShouldContain("hr");
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(Stop);
        }
    }

    [Fact]
    public async Task A_text_that_is_missing_stops_the_start_and_is_named()
    {
        File.Delete(Directory.EnumerateFiles(Path.Combine(folder, "hr"), "Help.resx", SearchOption.AllDirectories).Single());
        using var program = Started();
        var told = await program.StandardError.ReadToEndAsync(Stop);
        await program.WaitForExitAsync(Stop);
        program.ExitCode.ShouldNotBe(0);
        told.ShouldContain("Help.");
        told.ShouldContain("is missing");
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part =>
            part.Value.ValueKind == JsonValueKind.String ? (Readable.Contains(part.Name) ? [part.Value.GetString()!] : []) : part.Name == "data" ? [] : Texts(part.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private Process Started() => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "innovationbot.dll"), "serve", "--port", "0", "--data", Path.Combine(folder, "data")])
        {
            RedirectStandardError = true,
            Environment = { ["INNOVATIONBOT_LANGUAGES"] = folder, ["Bot__LocalMode"] = "true", ["Logging__LogLevel__Default"] = "Error" },
        })!;

    private static async Task<Uri> Address(Process program)
    {
        var told = new List<string>();
        while (await program.StandardError.ReadLineAsync(Stop) is { } line)
        {
            told.Add(line);
            if (Listens().Match(line) is not { Success: true } address) continue;
            _ = program.StandardError.ReadToEndAsync(Stop); // what nobody reads would stop it
            return new Uri(address.Value);
        }

        throw new InvalidOperationException(string.Join('\n', told));
    }

    [GeneratedRegex(@"\.[a-z]{2}\.resx$")]
    private static partial Regex Translated();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listens();
}
