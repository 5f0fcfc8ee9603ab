using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// A press that reaches the bot as the invoke <c>adaptiveCard/action</c> and may be answered with a new card in place.
/// Clients that cannot execute get the same press as <see cref="SubmitAction"/>, by itself.
/// </summary>
public sealed record ExecuteAction : SelectAction
{
    public required string Verb { get; init; }

    public CardData Data { get; init; } = CardData.None;

    public AssociatedInputs AssociatedInputs { get; init; }

    [JsonPropertyName("fallback")]
    public CardAction Fallback => new SubmitAction
    {
        Title = Title,
        Verb = Verb,
        Data = Data,
        AssociatedInputs = AssociatedInputs,
        Style = Style,
        Mode = Mode,
        Tooltip = Tooltip,
        IsEnabled = IsEnabled,
    };
}
