using System.Text.Json;

namespace InnovationBot.Testing.Hosting;

/// <summary>A card as a person sees it in their chat.</summary>
/// <param name="ActivityId">The message that carries it.</param>
public sealed record SeenCard(string ActivityId, JsonElement Card)
{
    /// <summary>Members that say how a card looks, not what it says.</summary>
    private static readonly HashSet<string> Looks =
    [
        "type", "$schema", "version", "lang", "size", "weight", "color", "style", "spacing", "horizontalAlignment", "verticalContentAlignment",
        "width", "height", "minHeight", "associatedInputs", "role", "wrap",
    ];

    /// <summary>All texts of the card, one a line: what is shown, asked and written on buttons, and what its buttons carry along.</summary>
    public string Text => string.Join('\n', Strings(Card));

    public IEnumerable<string> Verbs => Actions(Card).Select(VerbOf).OfType<string>();

    /// <summary>What the buttons of one verb are called, from top to bottom.</summary>
    public IReadOnlyList<string> Titles(string verb) => [.. Actions(Card).Where(action => VerbOf(action) == verb).Select(action => action.GetProperty("title").GetString()!)];

    public JsonElement? Action(string verb, string? title = null) =>
        Actions(Card).Where(action => VerbOf(action) == verb && (title is null || action.GetProperty("title").GetString() == title))
            .Select(action => (JsonElement?)action).FirstOrDefault();

    /// <summary>Whether the button asks the client to open a dialog.</summary>
    public bool OpensDialog(string verb) =>
        Action(verb) is { } action && TypeOf(action) == "Action.Submit" && action.GetProperty("data").TryGetProperty("msteams", out var teams)
        && teams.GetProperty("type").GetString() == "task/fetch";

    /// <summary>Every input with the value it was drawn with; one without is empty, and a toggle off.</summary>
    public IEnumerable<(string Id, string Value)> Inputs =>
        Nodes(Card).Where(node => TypeOf(node).StartsWith("Input.", StringComparison.Ordinal)).Select(node =>
            (node.GetProperty("id").GetString()!, node.TryGetProperty("value", out var value) ? value.ToString() : TypeOf(node) == "Input.Toggle" ? "false" : ""));

    public override string ToString() => Text;

    private static IEnumerable<JsonElement> Actions(JsonElement card) =>
        Nodes(card).Where(node => TypeOf(node) is "Action.Execute" or "Action.Submit" && VerbOf(node) is not null);

    private static string? VerbOf(JsonElement action) =>
        action.TryGetProperty("verb", out var verb) || (action.TryGetProperty("data", out var data) && data.TryGetProperty("verb", out verb)) ? verb.GetString() : null;

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Nodes),
        // a fallback is the same button once more
        JsonValueKind.Object => [node, .. node.EnumerateObject().Where(member => member.Name != "fallback").SelectMany(member => Nodes(member.Value))],
        _ => [],
    };

    private static string TypeOf(JsonElement node) =>
        node.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    private static IEnumerable<string> Strings(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => node.EnumerateObject().Where(member => !Looks.Contains(member.Name)).SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
