using InnovationBot.Benchmarks.Load;
using InnovationBot.Network;

namespace InnovationBot.Benchmarks.Networks;

/// <summary>What people ask: the beginnings of the sample's problems, in all of its languages, by many people.</summary>
internal static class Asks
{
    private const int People = 40;

    public static IReadOnlyList<PostedActivity> To(Uri target) => [.. Texts().Select((one, number) => PostedActivity.Message(target, one.Text, person: 1 + (number % People)))];

    public static IReadOnlyList<(string Text, Language Language)> Texts()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "SampleNetwork", "cases"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!)
            .Select(one => (Beginning(one["problem"]!.GetValue<string>()), new Language(one["language"]!.GetValue<string>())))
            .ToArray();
        new Random(7).Shuffle(texts);
        return texts;

        static string Beginning(string problem) => string.Join(". ", problem.Split(". ").Take(2)) + ".";
    }
}
