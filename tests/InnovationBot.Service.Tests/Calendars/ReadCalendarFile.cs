using System.Globalization;
using System.Text;

namespace InnovationBot.Service.Tests.Calendars;

/// <summary>Reads a calendar file after RFC 5545, independently of what wrote it: unfolds lines, takes properties apart, and works local times out by the file's own VTIMEZONE.</summary>
internal sealed class ReadCalendarFile
{
    private readonly List<(string Component, string Name, string Parameters, string Value)> lines = [];
    private readonly List<Observance> observances = [];

    public ReadCalendarFile(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        text.ReplaceLineEndings("\n").ShouldNotBe(text, "lines end with CRLF");
        var path = new Stack<string>();
        Observance? observance = null;
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = Colon(line);
            var (head, value) = (line[..colon], line[(colon + 1)..]);
            var name = head.Split(';')[0];
            if (name == "BEGIN")
            {
                path.Push(value);
                if (value is "STANDARD" or "DAYLIGHT") observances.Add(observance = new Observance());
                continue;
            }

            if (name == "END")
            {
                path.Pop().ShouldBe(value);
                continue;
            }

            if (path.Peek() is "STANDARD" or "DAYLIGHT") observance!.Take(name, value);
            lines.Add((path.Peek(), name, head[name.Length..], value));
        }

        path.ShouldBeEmpty();
    }

    public string? this[string component, string name] => lines.Where(line => line.Component == component && line.Name == name).Select(line => line.Value).SingleOrDefault();

    public bool IsDate(string name) => lines.Single(line => line.Component == "VEVENT" && line.Name == name).Parameters.Contains("VALUE=DATE", StringComparison.Ordinal);

    /// <summary>When a property of the event is, by the zone that the file brings along.</summary>
    public DateTimeOffset At(string name)
    {
        var (_, _, parameters, value) = lines.Single(line => line.Component == "VEVENT" && line.Name == name);
        var local = DateTime.ParseExact(value.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        if (value.EndsWith('Z')) return new DateTimeOffset(local, TimeSpan.Zero);
        parameters.ShouldContain("TZID=");
        var last = observances.Select(one => (Onset: one.LastOnset(local), one.Offset)).Where(one => one.Onset is not null).MaxBy(one => one.Onset);
        return new DateTimeOffset(local, last.Offset);
    }

    private static int Colon(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] == ':' && !quoted) return i;
        }

        throw new FormatException(line);
    }

    private sealed class Observance
    {
        private readonly List<DateTime> dates = [];
        private DateTime start;
        private (int Month, int Nth, DayOfWeek Day)? rule;

        public TimeSpan Offset { get; private set; }

        public void Take(string name, string value)
        {
            if (name == "TZOFFSETTO") Offset = TimeSpan.ParseExact(value[1..], "hhmm", CultureInfo.InvariantCulture) * (value[0] == '-' ? -1 : 1);
            if (name == "DTSTART") start = Date(value);
            if (name == "RDATE") dates.AddRange(value.Split(',').Select(Date));
            if (name != "RRULE") return;
            var parts = value.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
            var day = parts["BYDAY"];
            rule = (int.Parse(parts["BYMONTH"], CultureInfo.InvariantCulture), int.Parse(day[..^2], CultureInfo.InvariantCulture), (DayOfWeek)Array.IndexOf(["SU", "MO", "TU", "WE", "TH", "FR", "SA"], day[^2..]));
        }

        public DateTime? LastOnset(DateTime local)
        {
            var onsets = dates.Append(start).ToList();
            if (rule is { } yearly)
                for (var year = start.Year; year <= local.Year; year++) onsets.Add(In(year, yearly) + start.TimeOfDay);
            return onsets.Where(onset => onset >= start && onset <= local).Select(onset => (DateTime?)onset).Max();
        }

        private static DateTime In(int year, (int Month, int Nth, DayOfWeek Day) rule)
        {
            var days = Enumerable.Range(1, DateTime.DaysInMonth(year, rule.Month)).Select(day => new DateTime(year, rule.Month, day)).Where(day => day.DayOfWeek == rule.Day).ToList();
            return rule.Nth < 0 ? days[days.Count + rule.Nth] : days[rule.Nth - 1];
        }

        private static DateTime Date(string value) => DateTime.ParseExact(value.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
    }
}
