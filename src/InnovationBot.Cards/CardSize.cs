namespace InnovationBot.Cards;

/// <summary>How a card's size stands to what Teams takes.</summary>
public enum CardFit
{
    WithinBudget,

    /// <summary>Teams takes it, with nothing to spare for the message around it: draw it shorter.</summary>
    OverBudget,

    /// <summary>Teams may refuse it with <c>MessageSizeTooBig</c>.</summary>
    TooLarge,
}

/// <summary>
/// Bytes of UTF-8 a card may have. Teams documents about 100 KB a message, counted in UTF-16, and in older editions 40
/// and 28 KB; a card below the smallest of these passes everywhere.
/// </summary>
public static class CardSize
{
    public const int Budget = 25 * 1024;

    public const int Limit = 28 * 1024;

    public static CardFit Check(ReadOnlySpan<byte> card) => Check(card.Length);

    public static CardFit Check(int bytes) => bytes switch
    {
        <= Budget => CardFit.WithinBudget,
        <= Limit => CardFit.OverBudget,
        _ => CardFit.TooLarge,
    };
}
