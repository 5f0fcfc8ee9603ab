namespace InnovationBot.Cards;

/// <summary>Opens a web page, or a place in Teams by its deep link.</summary>
public sealed record OpenUrlAction : SelectAction
{
    public required CardUrl Url { get; init; }
}
