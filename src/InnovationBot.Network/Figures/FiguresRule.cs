namespace InnovationBot.Network.Figures;

/// <summary>
/// What of a count of people may be shown to those who organise. Not only the count itself must be of many: what it tells
/// beside another one must be too, or whoever subtracts the two has a figure about few.
/// </summary>
public static class FiguresRule
{
    public const int LeastPeople = 5;
    public const int LeastOrganisations = 2;

    /// <summary>
    /// Above so many people a count is rounded down to <see cref="RoundTo"/>, which no difference of few survives, and is not
    /// kept; up to here it is exact.
    /// </summary>
    public const int MostExact = 1000;

    public const int RoundTo = 100;

    /// <summary>For how long what was shown is remembered, to be compared with what is asked next.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);
}

/// <summary>A count as it may be shown.</summary>
/// <param name="Count">Only when <see cref="FigureKind.Shown"/>.</param>
public readonly record struct Figure(FigureKind Kind, int Count)
{
    /// <summary>Fewer than five, or all of one organisation: which of the two is not said.</summary>
    public static readonly Figure Few = new(FigureKind.Few, 0);

    public static readonly Figure Withheld = new(FigureKind.Withheld, 0);

    public bool IsShown => Kind == FigureKind.Shown;

    public static Figure Of(int count) => new(FigureKind.Shown, count);
}

public enum FigureKind
{
    Shown,
    Few,

    /// <summary>Of many, but together with figures shown before it would tell about few.</summary>
    Withheld,
}
