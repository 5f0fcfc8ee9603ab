using System.Text.RegularExpressions;

namespace InnovationBot.Testing.Cards;

/// <summary>Texts, pictures, columns: legible on a phone, and nothing said by colour or picture alone.</summary>
internal static partial class ElementRules
{
    private const int MostColumns = 3;

    public static IEnumerable<string> Check(CardNode node)
    {
        var at = node.Path;
        switch (node.Type)
        {
            case "TextBlock" when !node.Flag("wrap"):
                yield return $"{at}: a TextBlock that does not wrap is cut on a phone";
                break;
            case "Image" when string.IsNullOrWhiteSpace(node.Text("altText")):
                yield return $"{at}: an Image without altText";
                break;
            case "ColumnSet" or "Table" when node.List("columns").Count > MostColumns:
                yield return $"{at}: more than {MostColumns} columns";
                break;
            case "Table" when node.List("rows").Any(row => row.TryGetProperty("cells", out var cells) && cells.GetArrayLength() != node.List("columns").Count):
                yield return $"{at}: a row has not as many cells as the Table has columns";
                break;
            case "Badge" when Fallback(node) is not { } fallback || !fallback.EndsWith(' ' + node.Text("text")!, StringComparison.Ordinal):
                yield return $"{at}: a Badge needs a TextBlock as fallback, of a sign and the same words";
                break;
            case "Mention" or "mention" when node.Text("text") is not { } text || !text.StartsWith("<at>", StringComparison.Ordinal):
                yield return $"{at}: the mention's text is no <at>…</at>";
                break;
        }

        if (node.Type is "TextBlock" or "TextRun" && node.Text("color")?.ToLowerInvariant() is "good" or "warning" or "attention")
            yield return $"{at}: a coloured text says by colour what words must say, and has too little contrast";

        foreach (var name in (string[])["text", "title", "label", "errorMessage", "placeholder", "speak", "fallbackText"])
        {
            if (node.Text(name) is not { } words) continue;
            if (PlaceholderPattern().IsMatch(words)) yield return $"{at}/{name}: a placeholder was not filled: {words}";
            if (words.Contains("](http:", StringComparison.OrdinalIgnoreCase)) yield return $"{at}/{name}: links to http";
        }
    }

    private static string? Fallback(CardNode badge) =>
        badge.Find("fallback") is { ValueKind: System.Text.Json.JsonValueKind.Object } fallback ? new CardNode(fallback, "", "").Text("text") : null;

    [GeneratedRegex(@"\$\{[^}]*\}|\{[0-9]+(:[^}]*)?\}|\{[a-z][A-Za-z]*\}")]
    private static partial Regex PlaceholderPattern();
}
