using InnovationBot.Benchmarks.Load;

namespace InnovationBot.Benchmarks.Networks;

/// <summary>What people ask: the beginnings of the sample's problems, in all of its languages, by many people.</summary>
internal static class Asks
{
    private const int People = 40;

    public static IReadOnlyList<PostedActivity> To(Uri target)
    {
        var texts = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "SampleNetwork", "cases"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!["problem"]!.GetValue<string>())
            .Select(problem => string.Join(". ", problem.Split(". ").Take(2)) + ".")
            .ToArray();
        new Random(7).Shuffle(texts);
        return [.. texts.Select((text, number) => PostedActivity.Message(target, text, person: 1 + (number % People)))];
    }
}
