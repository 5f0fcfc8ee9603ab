namespace InnovationBot.Network.Cases.Reading;

/// <summary>Whether a case is still known to be true: the month it was last confirmed in, or since when nobody said so.</summary>
/// <param name="At">The day counts for nothing.</param>
/// <param name="IsOld">More than <see cref="MonthsTrusted"/> ago.</param>
public readonly record struct Confirmation(DateTimeOffset At, bool IsOld)
{
    /// <summary>After so many months a case is shown as not confirmed any more; it is still found.</summary>
    public const int MonthsTrusted = 24;

    /// <summary>Older than this is not confirmed any more.</summary>
    public static DateTimeOffset OldBefore(DateTimeOffset now) => now.AddMonths(-MonthsTrusted);

    /// <returns><c>null</c> for a case of which nobody ever said when.</returns>
    public static Confirmation? Of(Case @case, DateTimeOffset now) =>
        (@case.ConfirmedAt ?? @case.PublishedAt) is { } at ? new Confirmation(at, at < OldBefore(now)) : null;
}
