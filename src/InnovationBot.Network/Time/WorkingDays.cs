namespace InnovationBot.Network.Time;

/// <summary>
/// One person's working time: Monday to Friday, their hours by their own clock, no public holiday of their country, and not
/// before they are back.
/// </summary>
/// <param name="awayUntil">Nothing before this instant is working time.</param>
/// <param name="hours">None = <see cref="WorkingHours.Usual"/>.</param>
public sealed class WorkingDays(TimeZoneInfo zone, PublicHolidays holidays, DateTimeOffset? awayUntil = null, WorkingHours? hours = null)
{
    private TimeSpan Opens { get; } = (hours ?? WorkingHours.Usual).From.ToTimeSpan();
    private TimeSpan Closes { get; } = (hours ?? WorkingHours.Usual).To.ToTimeSpan();

    /// <summary>Working minutes of one day.</summary>
    public int MinutesADay => (int)(Closes - Opens).TotalMinutes;

    public TimeZoneInfo Zone => zone;

    public bool IsWorkingTime(DateTimeOffset at) => NextWorkingTime(at) == at;

    /// <summary>The instant itself when it is working time, else when work begins next. UTC.</summary>
    public DateTimeOffset NextWorkingTime(DateTimeOffset at) => ToUtc(Next(Local(at)), at);

    /// <summary>The same time of day so many working days later; from outside working time counted from when work begins.</summary>
    public DateTimeOffset Add(DateTimeOffset from, int workingDays) => AddMinutes(from, workingDays * MinutesADay);

    /// <summary>The instant when so many minutes of working time have passed, always within working time. UTC.</summary>
    public DateTimeOffset AddMinutes(DateTimeOffset from, int minutes)
    {
        var left = TimeSpan.FromMinutes(minutes);
        var at = Next(Local(from));
        while (at.Date + Closes - at <= left)
        {
            left -= at.Date + Closes - at;
            at = Next(at.Date.AddDays(1));
        }

        return ToUtc(at + left, from);
    }

    /// <summary>Whole minutes of working time between two instants; 0 when <paramref name="to"/> is not later.</summary>
    public int MinutesBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        var end = Local(to);
        for (var at = Next(Local(from)); at < end; at = Next(at.Date.AddDays(1)))
        {
            var close = at.Date + Closes;
            sum += (end < close ? end : close) - at;
        }

        return (int)sum.TotalMinutes;
    }

    private DateTime Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(awayUntil > at ? awayUntil.Value : at, zone).DateTime;

    private DateTime Next(DateTime local)
    {
        if (local.TimeOfDay >= Closes) local = local.Date.AddDays(1);
        else if (local.TimeOfDay < Opens) local = local.Date;
        else if (IsWorkday(local)) return local;

        while (!IsWorkday(local)) local = local.Date.AddDays(1);
        return local.Date + Opens;
    }

    private bool IsWorkday(DateTime local) =>
        local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(DateOnly.FromDateTime(local));

    /// <summary>Clocks change at night, so that no working hour is skipped or doubled; the instant itself comes back unrounded.</summary>
    private DateTimeOffset ToUtc(DateTime local, DateTimeOffset given)
    {
        var utc = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return utc == given ? given : utc;
    }
}
