using System.Text.Json;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>A card as it stands in the chat: what the bot sent, and what the person opened of it since.</summary>
/// <param name="card">The card's JSON object.</param>
/// <param name="activityId">Of the message that carries it.</param>
internal sealed class CardInChat(JsonElement card, string? activityId)
{
    private readonly Dictionary<string, bool> toggled = [];

    public JsonElement Card => card;

    public string? ActivityId => activityId;

    public bool IsVisible(JsonElement element)
    {
        if (element.Text("id") is { } id && toggled.TryGetValue(id, out var visible)) return visible;
        return !element.TryGetProperty("isVisible", out var shown) || shown.ValueKind != JsonValueKind.False;
    }

    /// <summary>Does what an Action.ToggleVisibility asks for.</summary>
    public void Toggle(JsonElement action)
    {
        foreach (var target in action.List("targetElements"))
        {
            var id = target.ValueKind == JsonValueKind.String ? target.GetString() : target.Text("elementId");
            if (id is null || All(card).FirstOrDefault(element => element.Text("id") == id) is not { ValueKind: JsonValueKind.Object } element) continue;
            var wanted = target.ValueKind == JsonValueKind.Object && target.TryGetProperty("isVisible", out var set) && set.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? set.GetBoolean()
                : !IsVisible(element);
            toggled[id] = wanted;
        }
    }

    /// <summary>The fields a person sees in this part of the card, in reading order.</summary>
    public IReadOnlyList<JsonElement> Inputs(JsonElement part) =>
        [.. Shown(part).Where(element => element.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true)];

    private IEnumerable<JsonElement> Shown(JsonElement part) =>
        Children(part).Where(IsVisible).SelectMany(child => Shown(child).Prepend(child));

    private static IEnumerable<JsonElement> All(JsonElement part) => Children(part).SelectMany(child => All(child).Prepend(child));

    private static IEnumerable<JsonElement> Children(JsonElement part) =>
        part.List("body").Concat(part.List("items")).Concat(part.List("columns")).Concat(part.List("rows")).Concat(part.List("cells"))
            .Where(child => child.ValueKind == JsonValueKind.Object);
}

/// <summary>Reads what may be missing or of another kind.</summary>
internal static class CardJsonReading
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
