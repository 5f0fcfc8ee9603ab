namespace InnovationBot.Cards;

/// <summary>A day, which comes back as <c>yyyy-MM-dd</c>.</summary>
public sealed record DateInput : CardInput
{
    public DateOnly? Value { get; init; }

    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}
