using System.Globalization;

namespace InnovationBot.Network.Broadcasts;

/// <summary>
/// When something is to be sent. With an offset it is one instant for all; without, it is that time on each reader's own
/// clock. Whoever does not work then gets it when work begins next.
/// </summary>
/// <param name="Local">The time on the clock.</param>
/// <param name="Offset">None = each reader's own.</param>
public sealed record SendAt(DateTime Local, TimeSpan? Offset)
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Nobody's clock is further ahead of UTC.</summary>
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>Other years are typing errors, and the first and last that a clock can count are no instants in every zone.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <summary><c>2027-03-01T09:00</c>, or <c>2027-03-01T09:00+01:00</c>, or <c>2027-03-01T08:00Z</c>.</summary>
    public static SendAt? Read(string text) => ReadAny(text) is { IsReadable: true } read ? read : null;

    public bool IsReadable => Local.Year is >= FirstYear and <= LastYear;

    private static SendAt? ReadAny(string text)
    {
        var trimmed = text.Trim();
        if (DateTime.TryParseExact(trimmed, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new SendAt(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), null);
        return DateTimeOffset.TryParseExact(trimmed, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? new SendAt(DateTime.SpecifyKind(instant.DateTime, DateTimeKind.Unspecified), instant.Offset)
            : null;
    }

    public override string ToString() => Offset is { } offset
        ? new DateTimeOffset(Local, offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The first moment at which it is time for anybody. UTC.</summary>
    public DateTimeOffset Begins => new DateTimeOffset(Local, Offset ?? FirstZone).ToUniversalTime();

    /// <summary>The moment on a reader's clock. UTC. A time that daylight saving skips is the one after; of one that it repeats, the first.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        if (Offset is { } fixedOffset) return new DateTimeOffset(Local, fixedOffset).ToUniversalTime();
        var local = Local;
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
