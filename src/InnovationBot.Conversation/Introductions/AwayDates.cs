using System.Globalization;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;

namespace InnovationBot.Conversation.Introductions;

/// <summary>Reads the day that somebody typed after "pause": a date in their own language's order, or a number of days, weeks or months.</summary>
internal static class AwayDates
{
    private static readonly string[] WithYear = ["d. M. yyyy", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d. MMMM yyyy", "d MMMM yyyy", "d. MMM yyyy", "d MMM yyyy"];

    /// <summary>Read with a year that has every day.</summary>
    private static readonly string[] WithoutYear = ["d. M. yyyy", "d.M. yyyy", "d/M yyyy", "d. MMMM yyyy", "d MMMM yyyy", "d. MMM yyyy", "d MMM yyyy"];

    private const int LeapYear = 2000;

    /// <returns><c>null</c> when it is no day.</returns>
    public static DateOnly? Read(string text, Reading reading)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, reading.Zone).DateTime);
        var bare = WithoutLeadingWord(text, reading);
        var words = CommandWords.Normalise(bare.Replace('.', ' ').Replace('/', ' ')).Split(' ');
        if (words.Length == 2 && int.TryParse(words[0], CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 400)
        {
            if (IsOneOf(reading, "People.DayWords", words[1])) return today.AddDays(count);
            if (IsOneOf(reading, "People.WeekWords", words[1])) return today.AddDays(7 * count);
            if (IsOneOf(reading, "People.MonthWords", words[1])) return today.AddMonths(count);
        }

        var said = string.Join(' ', words);
        if (IsOneOf(reading, "People.TomorrowWords", said)) return today.AddDays(1);
        for (var ahead = 1; ahead <= 7; ahead++)
            if (CommandWords.Normalise(reading.Say.Culture.DateTimeFormat.GetDayName(today.AddDays(ahead).DayOfWeek)) == said) return today.AddDays(ahead);

        if (DateOnly.TryParseExact(bare, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        if (DateOnly.TryParseExact(bare, WithYear, reading.Say.Culture, DateTimeStyles.AllowWhiteSpaces, out var named)) return named;
        if (!DateOnly.TryParseExact($"{bare} {LeapYear}", WithoutYear, reading.Say.Culture, DateTimeStyles.AllowWhiteSpaces, out var day)) return null;
        // a day without a year is the next one to come; 29 February is the month's last day where there is none
        var thisYear = In(today.Year);
        return thisYear < today ? In(today.Year + 1) : thisYear;

        DateOnly In(int year) => new(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)));
    }

    /// <summary>The first instant after that day, in the zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30); // a day may begin after midnight where summer time starts there
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static bool IsOneOf(Reading reading, string key, string word) =>
        reading.Say[key].Split(';', StringSplitOptions.TrimEntries).Select(CommandWords.Normalise).Contains(word);

    private static string WithoutLeadingWord(string text, Reading reading)
    {
        foreach (var word in reading.Say["People.UntilWords"].Split(';', StringSplitOptions.TrimEntries))
            if (text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
                return text[(word.Length + 1)..].Trim();
        return text.Trim();
    }
}
