using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>Empties fields that depend on another one's value. Extension of Teams; only as <see cref="CardInput.ValueChangedAction"/>.</summary>
public sealed record ResetInputsAction
{
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "Action.ResetInputs";

    public required IReadOnlyList<string> TargetInputIds { get; init; }
}
