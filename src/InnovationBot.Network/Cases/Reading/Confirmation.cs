using System.Linq.Expressions;

namespace InnovationBot.Network.Cases.Reading;

/// <summary>Whether a case is still known to be true: the month it was last confirmed in, or since when nobody said so.</summary>
/// <param name="At">The day counts for nothing. None for an imported case that nobody has confirmed yet.</param>
/// <param name="IsOld">More than <see cref="MonthsTrusted"/> ago, or never.</param>
public readonly record struct Confirmation(DateTimeOffset? At, bool IsOld)
{
    /// <summary>After so many months a case is shown as not confirmed any more; it is still found.</summary>
    public const int MonthsTrusted = 24;

    /// <summary>Older than this is not confirmed any more.</summary>
    public static DateTimeOffset OldBefore(DateTimeOffset now) => now.AddMonths(-MonthsTrusted);

    /// <summary>As <see cref="Of"/> says it; for queries.</summary>
    public static Expression<Func<Case, bool>> IsOldAt(DateTimeOffset now)
    {
        var before = OldBefore(now);
        var year = before.Year;
        return c => c.ConfirmedAt != null ? c.ConfirmedAt < before : c.ImportMarks == null ? c.PublishedAt < before : c.Year == null || c.Year < year;
    }

    /// <summary>An import confirms nothing: of its cases the year is believed, while it is young.</summary>
    /// <returns><c>null</c> for a case of which there is nothing to say.</returns>
    public static Confirmation? Of(Case @case, DateTimeOffset now)
    {
        var before = OldBefore(now);
        if ((@case.ConfirmedAt ?? (@case.ImportMarks is null ? @case.PublishedAt : null)) is { } at) return new Confirmation(at, at < before);
        if (@case.ImportMarks is null) return null;
        if (@case.Year is not { } year) return new Confirmation(null, IsOld: true);
        return year < before.Year ? new Confirmation(new DateTimeOffset(year, 12, 31, 0, 0, 0, TimeSpan.Zero), IsOld: true) : null;
    }
}
