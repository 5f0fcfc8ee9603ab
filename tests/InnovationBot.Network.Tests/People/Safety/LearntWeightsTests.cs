using System.Text;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.Tests.People.Safety;

/// <summary>The file of weights judges as what is learnt anew from the judged sentences; with LEARN_WEIGHTS=1 it is written again.</summary>
public sealed class LearntWeightsTests
{
    [Fact]
    public void The_weights_judge_as_what_the_judged_sentences_give()
    {
        var learnt = LearntWeights.Learn(All());
        var path = Path.Combine(Repository(), "src", "InnovationBot.Network", "People", "Safety", "Words", "weights.txt");
        if (Environment.GetEnvironmentVariable("LEARN_WEIGHTS") == "1") File.WriteAllText(path, learnt);
        var (own, kept) = (Read(learnt), Read(File.ReadAllText(path)));
        var judged = Judged().ToList();
        var otherwise = judged.Count(one => (own.Judge(one.Hints) is null) != (kept.Judge(one.Hints) is null));
        otherwise.ShouldBeLessThan(judged.Count / 30, "words or sentences were changed: learn again with LEARN_WEIGHTS=1");
    }

    [Fact]
    public void Every_language_has_words_for_every_hint()
    {
        foreach (var language in Language.Spoken)
        {
            using var data = typeof(ConcernHints).Assembly.GetManifestResourceStream($"safety.hints.{language.Code}.txt")!;
            using var lines = new StreamReader(data, Encoding.UTF8);
            lines.ReadToEnd().Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal) && !line.StartsWith('#')).Select(line => line.Split(':')[0]).Where(name => name != "common")
                .ShouldBe(ConcernHints.Names, ignoreOrder: true, language.Code);
        }
    }

    /// <summary>A service's problem in the words of a report counts double: to refuse it is the worse mistake. What is quite ordinary counts once.</summary>
    internal static IReadOnlyList<LearntWeights.Example> All() =>
        [.. Judged().Select(one => one.Concern is null ? one with { Times = 2 } : one), .. Ordinary()];

    /// <summary>Sentences judged for concerns; those that the report's table is of are kept apart here too.</summary>
    private static IEnumerable<LearntWeights.Example> Judged() =>
        JudgedTexts.Concerns.Where(one => !one.KeptApart).Concat(JudgedTexts.Later).SelectMany(one => Examples(one.Text, one.Kind));

    /// <summary>Problems of services that were written for other judgements, and what the sample network tells: none of it is a report of harm.</summary>
    private static IEnumerable<LearntWeights.Example> Ordinary()
    {
        foreach (var language in Language.Spoken)
        {
            using var data = typeof(LearntWeightsTests).Assembly.GetManifestResourceStream($"judged.{language.Code}.tsv")!;
            using var lines = new StreamReader(data, Encoding.UTF8);
            foreach (var line in lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
                foreach (var example in Sentences(line.TrimEnd('\r').Split('\t')[^1])) yield return example;
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository(), "src", "InnovationBot.Service", "SampleNetwork"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
                foreach (var property in System.Text.Json.JsonElement.Parse(line).EnumerateObject().Where(one => one.Value.ValueKind == System.Text.Json.JsonValueKind.String && one.Value.GetString()!.Length > 20))
                    foreach (var example in Sentences(property.Value.GetString()!)) yield return example;
    }

    private static IEnumerable<LearntWeights.Example> Sentences(string text) => text.Split(['.', '!', '?', '\n', ';']).SelectMany(sentence => Examples(sentence, null));

    /// <summary>As the finder sees it; a report in two sentences is learnt as one.</summary>
    private static IEnumerable<LearntWeights.Example> Examples(string text, SafetyConcern? concern)
    {
        string[] tokens = [.. SafetyTokens.Of(text).Where(token => token != SafetyTokens.Stop)];
        return tokens.Length < 3 ? [] : ConcernHints.HintsIn(tokens).Take(1).Select(hints => new LearntWeights.Example(hints, concern));
    }

    private static ConcernHints.Weights Read(string file)
    {
        using var lines = new StringReader(file);
        return ConcernHints.Weights.Read(lines);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "InnovationBot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
