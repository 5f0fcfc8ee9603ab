using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>Opens more of the card below the button, without asking the bot. Never inside another one: Teams shows one level.</summary>
public sealed record ShowCardAction : CardAction
{
    [JsonIgnore]
    public required IReadOnlyList<CardElement> Body { get; init; }

    [JsonIgnore]
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    [JsonPropertyName("card")]
    public NestedCard Card => new(Body, Actions);
}

/// <summary>The part that a <see cref="ShowCardAction"/> opens; version, speech and fallback text are the outer card's.</summary>
public sealed record NestedCard(IReadOnlyList<CardElement> Body, IReadOnlyList<CardAction> Actions)
{
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "AdaptiveCard";
}
