using System.Text.Json;

namespace InnovationBot.Testing.Cards;

/// <summary>An object of a card and where it stands.</summary>
/// <param name="Element">The object.</param>
/// <param name="Path">From the card's root, as <c>/body/0/items/1</c>.</param>
/// <param name="Holder">Name of the property that holds it, without its index.</param>
internal sealed record CardNode(JsonElement Element, string Path, string Holder)
{
    public string Type => Text("type") ?? "";

    public bool IsInput => Type.StartsWith("Input.", StringComparison.Ordinal);

    /// <summary>An action that is drawn as a button: not behind an element, no fallback, no refresh.</summary>
    public bool IsButton => Type.StartsWith("Action.", StringComparison.Ordinal) && Holder == "actions" && !IsInFallback;

    public bool IsInFallback => Path.Contains("/fallback", StringComparison.Ordinal);

    public bool IsInShowCard => Path.Contains("/card/", StringComparison.Ordinal);

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public bool Flag(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    public JsonElement? Find(string name) => Element.TryGetProperty(name, out var value) ? value : null;

    public IReadOnlyList<JsonElement> List(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Every object in reading order, but what is inside a press's data: that is not the card's.</summary>
    public static IReadOnlyList<CardNode> All(JsonElement card)
    {
        var nodes = new List<CardNode>();
        Collect(card, "", "", nodes);
        return nodes;
    }

    private static void Collect(JsonElement value, string path, string holder, List<CardNode> nodes)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in value.EnumerateArray()) Collect(item, $"{path}/{i++}", holder, nodes);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            nodes.Add(new CardNode(value, path, holder));
            foreach (var property in value.EnumerateObject())
                if (property.Name != "data")
                    Collect(property.Value, $"{path}/{property.Name}", property.Name, nodes);
        }
    }
}
