using System.Text.Encodings.Web;
using System.Text.Json;

namespace InnovationBot.Testing.Cards;

/// <summary>
/// What every card of the bot keeps to: schema 1.5 with exactly the extensions of Teams, accessibility (EN 301 549), a
/// phone of 320 px, and the house style.
/// </summary>
public static class CardLint
{
    /// <summary>Longest title of a button, in characters and in every language.</summary>
    public const int LongestTitle = 25;

    /// <summary>Longest titles together, where buttons share a row: what is left of 320 px.</summary>
    public const int LongestRow = 24;

    /// <summary>Bytes of UTF-8 without indentation.</summary>
    public const int LargestCard = 25 * 1024;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="card">The card itself, not the attachment around it.</param>
    /// <param name="allowLoopback">Also http addresses of this machine, as local mode has them.</param>
    /// <returns>One line for each finding, with the path to it; empty when the card is good.</returns>
    public static IReadOnlyList<string> Check(ReadOnlyMemory<byte> card, bool allowLoopback = false)
    {
        using var document = JsonDocument.Parse(card);
        var root = document.RootElement;
        var findings = new List<string>();
        new CardStructure(findings, allowLoopback).Check(root);
        if (root.ValueKind != JsonValueKind.Object) return findings;

        if (Text(root, "type") != "AdaptiveCard") findings.Add("/type: is not AdaptiveCard");
        foreach (var name in (ReadOnlySpan<string>)["fallbackText", "speak"])
            if (string.IsNullOrWhiteSpace(Text(root, name)))
                findings.Add($"/{name}: is missing");
        if (Size(root) is > LargestCard and var size) findings.Add($": has {size} bytes, more than {LargestCard}");

        var nodes = CardNode.All(root);
        foreach (var node in nodes)
        {
            findings.AddRange(ElementRules.Check(node));
            findings.AddRange(InputRules.Check(node, nodes));
            findings.AddRange(ActionRules.Check(node, nodes));
        }

        if (nodes.Count(node => node.IsButton && !node.IsInShowCard && node.Text("style") == "positive") > 1)
            findings.Add(": has more than one strong button");
        return findings;
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long Size(JsonElement card)
    {
        using var bytes = new MemoryStream();
        using var writer = new Utf8JsonWriter(bytes, Compact);
        card.WriteTo(writer);
        writer.Flush();
        return writer.BytesCommitted;
    }
}
