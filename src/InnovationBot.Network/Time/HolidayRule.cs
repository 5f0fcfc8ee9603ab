using System.Globalization;

namespace InnovationBot.Network.Time;

/// <summary>
/// One holiday as a rule for any year: <c>12-25</c>, <c>easter+39</c>, <c>first monday 05</c>, <c>last monday 10</c>, <c>2027-12-24</c> for one year alone, or
/// <c>02-01 when friday else first monday 02</c>.
/// </summary>
internal sealed class HolidayRule
{
    private readonly Func<int, DateOnly> day;

    private HolidayRule(Func<int, DateOnly> day) => this.day = day;

    public DateOnly In(int year) => day(year);

    /// <exception cref="FormatException">The data file holds something else.</exception>
    public static HolidayRule Read(string rule) => rule.Split(' ') switch
    {
        [['e', 'a', 's', 't', 'e', 'r', .. var offset]] => new(year => Easter(year).AddDays(int.Parse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
        ["first", var weekday, var month] => new(year => First(year, Number(month), Weekday(weekday))),
        ["last", var weekday, var month] => new(year => Last(year, Number(month), Weekday(weekday))),
        [var date, "when", var weekday, "else", .. var otherwise] => When(Read(date), Weekday(weekday), Read(string.Join(' ', otherwise))),
        [{ Length: 10 } day] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once) => new(_ => once),
        [{ Length: 5 } date] when date[2] == '-' => new(year => new DateOnly(year, Number(date[..2]), Number(date[3..]))),
        _ => throw new FormatException($"'{rule}' is no rule for a holiday."),
    };

    /// <summary>Whether somebody wrote a rule that every year can keep.</summary>
    public static bool IsRule(string written)
    {
        try
        {
            var rule = Read(written);
            return Enumerable.Range(2024, 4).All(year => rule.In(year).Year >= 2000);
        }
        catch (Exception none) when (none is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static HolidayRule When(HolidayRule date, DayOfWeek weekday, HolidayRule otherwise) =>
        new(year => date.In(year) is var day && day.DayOfWeek == weekday ? day : otherwise.In(year));

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DayOfWeek Weekday(string name) => Enum.Parse<DayOfWeek>(name, ignoreCase: true);

    private static DateOnly First(int year, int month, DayOfWeek weekday)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }

    /// <summary>Western Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    internal static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = int.DivRem(year, 100);
        var (d, e) = int.DivRem(b, 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = int.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (month, day) = int.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
