namespace InnovationBot.Cards;

/// <summary>A number; some clients send it back as text in the reader's notation.</summary>
public sealed record NumberInput : CardInput
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Placeholder { get; init; }
}
