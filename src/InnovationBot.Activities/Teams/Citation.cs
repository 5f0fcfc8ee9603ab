using System.Text.Json;
using System.Text.Json.Nodes;

namespace InnovationBot.Activities;

/// <summary>What a text that a model wrote refers to (Teams docs: citations in AI-generated bot messages).</summary>
/// <param name="Name">Cut at 80 characters.</param>
/// <param name="Abstract">Cut at 160 characters.</param>
/// <param name="Url">What opens; none where there is no address.</param>
public sealed record Citation(string Name, string Abstract, Uri? Url)
{
    private const int Most = 20;
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    internal static JsonElement ToJson(IReadOnlyList<Citation> citations)
    {
        var list = new JsonArray();
        foreach (var (citation, at) in citations.Take(Most).Select((citation, at) => (citation, at)))
        {
            var document = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = Cut(citation.Name, LongestName), ["abstract"] = Cut(citation.Abstract, LongestAbstract) };
            if (citation.Url is { } url) document["url"] = url.AbsoluteUri;
            list.Add((JsonNode)new JsonObject { ["@type"] = "Claim", ["position"] = at + 1, ["appearance"] = document });
        }

        return JsonElement.Parse(list.ToJsonString());
    }

    private static string Cut(string text, int most)
    {
        if (text.Length == 0) return "–"; // an empty one is refused
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
