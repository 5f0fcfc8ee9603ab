using System.Text.Json;

namespace InnovationBot.Testing.Hosting;

/// <summary>A card as a person sees it in their chat.</summary>
/// <param name="ActivityId">The message that carries it.</param>
public sealed record SeenCard(string ActivityId, JsonElement Card)
{
    /// <summary>All texts of the card, one a line: what is shown, asked and written on buttons, and what its buttons carry along.</summary>
    public string Text => string.Join('\n', Strings(Card));

    public IEnumerable<string> Verbs => Actions(Card).Select(action => action.GetProperty("verb").GetString()!);

    public JsonElement? Action(string verb, string? title = null) =>
        Actions(Card).Where(action => action.GetProperty("verb").GetString() == verb && (title is null || action.GetProperty("title").GetString() == title))
            .Select(action => (JsonElement?)action).FirstOrDefault();

    public override string ToString() => Text;

    private static IEnumerable<JsonElement> Actions(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array) return node.EnumerateArray().SelectMany(Actions);
        if (node.ValueKind != JsonValueKind.Object) return [];
        var below = node.EnumerateObject().SelectMany(member => Actions(member.Value));
        var isAction = node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Action.Execute";
        return isAction && node.TryGetProperty("verb", out _) ? [node, .. below] : below;
    }

    private static IEnumerable<string> Strings(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
