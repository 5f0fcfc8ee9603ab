namespace InnovationBot.Cards;

/// <summary>A row of buttons. At 320 px a row is cut, not wrapped: one button a row, or two with very short titles.</summary>
public sealed record ActionSet : CardElement
{
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
