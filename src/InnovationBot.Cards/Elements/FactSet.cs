namespace InnovationBot.Cards;

/// <summary>Names and values in two columns.</summary>
public sealed record FactSet : CardElement
{
    public required IReadOnlyList<Fact> Facts { get; init; }
}

/// <summary>Both parts are markdown, as in a <see cref="TextBlock"/>.</summary>
public sealed record Fact(string Title, string Value);
