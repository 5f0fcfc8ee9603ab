using InnovationBot.Network.Time;

namespace InnovationBot.Service.Demo.Clock;

/// <summary>
/// Ten in the morning, in Brussels, of a weekday that is a public holiday in no country the network knows: everybody of the sample
/// network is at work then.
/// </summary>
public static class WorkingMorning
{
    private static readonly TimeSpan Ten = TimeSpan.FromHours(10);

    private static readonly PublicHolidays[] Holidays = [.. PublicHolidays.KnownCountries.Select(PublicHolidays.Of)];

    /// <summary>The zone in which the clock is told.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>Of the same day, earlier or later, when that is a working day; else of the next one. UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset now) => TenOn(NextWorkday(TimeZoneInfo.ConvertTime(now, Zone).Date));

    /// <summary>The instant itself when it is within working time (08:00 to 17:00), else the next working morning. UTC.</summary>
    public static DateTimeOffset From(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        if (!IsWorkday(local.Date) || local.Hour >= 17) return TenOn(NextWorkday(IsWorkday(local.Date) ? local.Date.AddDays(1) : local.Date));
        return local.Hour < 8 ? TenOn(local.Date) : now.ToUniversalTime();
    }

    private static DateTimeOffset TenOn(DateTime day) => new DateTimeOffset(day + Ten, Zone.GetUtcOffset(day + Ten)).ToUniversalTime();

    private static DateTime NextWorkday(DateTime day)
    {
        while (!IsWorkday(day)) day = day.AddDays(1);
        return day;
    }

    private static bool IsWorkday(DateTime day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Any(country => country.Contains(DateOnly.FromDateTime(day)));
}
