using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InnovationBot.Service.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Service.Tests.CommandLine;

/// <summary><c>lexicon build</c> and <c>evaluate search</c> as they are called, with small dictionaries and an endpoint in place of a model.</summary>
public sealed class SearchCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_pack_is_built_from_named_folders_and_used_by_what_follows()
    {
        WordNet("lamp", "a device that gives light", "lantern", "a lamp that gives light", "river", "a stream of water", "creek", "a small stream of water");
        var built = await Called.With("lexicon", "build", "--sources", folder, "--data", folder);
        built.ExitCode.ShouldBe(0, built.Error);
        built.Out.ShouldContain("English words");
        built.Error.ShouldContain("WordNet: 4 meanings");
        File.Exists(Path.Combine(folder, "lexicon.pack")).ShouldBeTrue();

        (await Evaluate("lantern", folder)).ShouldStartWith("q1 Q0 lamps 1 ");
    }

    [Fact]
    public async Task A_stopped_build_says_that_it_goes_on()
    {
        WordNet("lamp", "a device that gives light", "river", "a stream of water");
        using var problems = new StringWriter();
        (await BotCommandLine.Run(["lexicon", "build", "--sources", folder, "--data", folder], new CommandConsole(TextWriter.Null, problems), new CancellationToken(canceled: true))).ShouldBe(1);
        problems.ToString().ShouldContain("goes on where this one was stopped");
    }

    [Fact]
    public async Task Without_sources_nothing_is_built_and_the_sentence_says_what_to_install()
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        Environment.GetEnvironmentVariable("PATH").ShouldNotBeNull();
        var built = await Called.With("lexicon", "build", "--sources", Path.Combine(empty, "no such"), "--data", folder);
        built.ExitCode.ShouldBe(2);
        built.Error.ShouldContain("There is no folder");
    }

    [Fact]
    public async Task A_broken_pack_is_told_and_the_evaluation_goes_on()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "lexicon.pack"), "cut off", TestContext.Current.CancellationToken);
        (await Evaluate("lamp", folder, "is not used")).ShouldStartWith("q1 Q0 lamps 1 ");
    }

    [Theory]
    [InlineData("compatible", "/v1", "/v1/embeddings")]
    [InlineData("azure", "", "/openai/deployments/stand-in/embeddings")]
    public async Task An_endpoints_embeddings_are_used(string kind, string below, string asked)
    {
        var paths = new List<string>();
        await using var endpoint = await Endpoint(paths);
        var run = await Evaluate("lantern", folder, null, $"--OpenAI:Kind={kind}", $"--OpenAI:Endpoint={endpoint.Urls.First()}{below}", "--OpenAI:Key=secret", "--OpenAI:EmbeddingDeployment=stand-in");
        run.ShouldStartWith("q1 Q0 lamps 1 ");
        paths.ShouldContain(asked);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_costs_a_sentence()
    {
        (await Evaluate("lamp", folder, "without all embeddings", "--OpenAI:Kind=compatible", "--OpenAI:Endpoint=http://127.0.0.1:9/v1", "--OpenAI:EmbeddingDeployment=x")).ShouldStartWith("q1 Q0 lamps 1 ");
    }

    private async Task<string> Evaluate(string text, string data, string? said = null, params string[] settings)
    {
        var (cases, queries, run) = (Path.Combine(folder, "cases.jsonl"), Path.Combine(folder, "queries.jsonl"), Path.Combine(folder, "run.txt"));
        await File.WriteAllTextAsync(cases, """
            {"id":"lamps","title":"Dark streets","text":"Every lamp in the village was broken.","language":"en"}
            {"id":"water","title":"Wet cellars","text":"The river came into the cellars.","language":"en"}
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(queries, $$"""{"id":"q1","text":"{{text}}","language":"en"}""", TestContext.Current.CancellationToken);
        var called = await Called.With(["evaluate", "search", "--cases", cases, "--queries", queries, "--run", run, "--no-abstain", "--data", data, .. settings]);
        called.ExitCode.ShouldBe(0, called.Error);
        if (said is not null) called.Error.ShouldContain(said);
        JsonDocument.Parse(called.Out.Trim().Split('\n')[^1]).RootElement.GetProperty("documents").GetInt32().ShouldBe(2);
        return await File.ReadAllTextAsync(run, TestContext.Current.CancellationToken);
    }

    private void WordNet(params string[] wordsAndGlosses)
    {
        var wordNet = Directory.CreateDirectory(Path.Combine(folder, "wordnet")).FullName;
        var nouns = wordsAndGlosses.Chunk(2).Select((pair, at) => (Word: pair[0], Gloss: pair[1], Offset: $"{at + 1:00000000}")).ToList();
        foreach (var part in (string[])["verb", "adj", "adv", "noun"])
        {
            File.WriteAllLines(Path.Combine(wordNet, "data." + part), part == "noun" ? nouns.Select(noun => $"{noun.Offset} 03 n 01 {noun.Word} 0 000 | {noun.Gloss}") : []);
            File.WriteAllLines(Path.Combine(wordNet, "index." + part), part == "noun" ? nouns.Select(noun => $"{noun.Word} n 1 0 1 0 {noun.Offset}") : []);
        }
    }

    /// <summary>Speaks OpenAI's protocol: the same vector for a text each time, and one direction for lamps of all kinds.</summary>
    private static async Task<WebApplication> Endpoint(List<string> paths)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = builder.Build();
        endpoint.MapPost("/{**path}", async (HttpRequest request) =>
        {
            lock (paths) paths.Add(request.Path);
            using var body = await JsonDocument.ParseAsync(request.Body);
            var input = body.RootElement.GetProperty("input");
            var texts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : input.EnumerateArray().Select(one => one.GetString()!).ToList();
            return Results.Json(new
            {
                @object = "list",
                model = "stand-in",
                data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Convert.ToBase64String(Vector(text)) }),
                usage = new { prompt_tokens = 1, total_tokens = 1 },
            });
        });
        await endpoint.StartAsync();
        return endpoint;
    }

    private static byte[] Vector(string text)
    {
        var numbers = new float[8];
        numbers[text.Contains("lamp", StringComparison.Ordinal) || text.Contains("lantern", StringComparison.Ordinal) ? 0 : 1 + SHA256.HashData(Encoding.UTF8.GetBytes(text))[0] % 7] = 1;
        return [.. numbers.SelectMany(BitConverter.GetBytes)];
    }
}
