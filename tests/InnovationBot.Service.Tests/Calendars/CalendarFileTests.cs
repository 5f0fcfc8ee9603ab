using InnovationBot.Service.Calendars;

namespace InnovationBot.Service.Tests.Calendars;

/// <summary>What is written is read again by a reader that knows nothing of the writer.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Ljubljana", "2027-03-27T09:00", "2027-03-27T08:00Z")] // the day before clocks go forward
    [InlineData("Europe/Ljubljana", "2027-03-28T09:00", "2027-03-28T07:00Z")]
    [InlineData("Europe/Ljubljana", "2027-10-30T09:00", "2027-10-30T07:00Z")]
    [InlineData("Europe/Ljubljana", "2027-10-31T09:00", "2027-10-31T08:00Z")] // and back
    [InlineData("America/New_York", "2027-03-14T09:00", "2027-03-14T13:00Z")]
    [InlineData("Asia/Kolkata", "2027-07-01T09:00", "2027-07-01T03:30Z")]
    public void A_time_means_the_same_moment_in_whatever_client_reads_it(string zone, string local, string utc)
    {
        var start = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        var read = new ReadCalendarFile(CalendarFile.Write(Entry(start, start.AddHours(3), zone)));
        read.At("DTSTART").ToUniversalTime().ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
        (read.At("DTEND") - read.At("DTSTART")).ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public void Whole_days_have_dates_and_no_zone()
    {
        var read = new ReadCalendarFile(CalendarFile.Write(Entry(new(2027, 3, 27), new(2027, 3, 29), "Europe/Ljubljana") with { IsAllDay = true }));
        (read.IsDate("DTSTART"), read["VEVENT", "DTSTART"], read["VEVENT", "DTEND"]).ShouldBe((true, "20270327", "20270329"));
    }

    [Fact]
    public void It_names_the_organiser_rings_and_keeps_its_id_when_it_changes_or_is_called_off()
    {
        var entry = Entry(new(2027, 3, 1, 9, 0, 0), new(2027, 3, 1, 12, 0, 0), "Europe/Ljubljana");
        var (first, changed, gone) = (Read(entry), Read(entry with { Sequence = 1, Title = "Queue clinic, the long one with, commas; and more words than one line of a calendar file holds" }), Read(entry with { Sequence = 2, IsCancelled = true }));
        first["VEVENT", "ORGANIZER"].ShouldBe("mailto:olga@town.example");
        (first["VCALENDAR", "METHOD"], first["VEVENT", "STATUS"], first["VALARM", "TRIGGER"], first["VALARM", "ACTION"]).ShouldBe(("PUBLISH", "CONFIRMED", "-PT15M", "DISPLAY"));
        (changed["VEVENT", "UID"], changed["VEVENT", "SEQUENCE"]).ShouldBe((first["VEVENT", "UID"], "1"));
        changed["VEVENT", "SUMMARY"].ShouldBe(@"Queue clinic\, the long one with\, commas\; and more words than one line of a calendar file holds");
        (gone["VCALENDAR", "METHOD"], gone["VEVENT", "STATUS"], gone["VEVENT", "SEQUENCE"], gone["VEVENT", "UID"]).ShouldBe(("CANCEL", "CANCELLED", "2", first["VEVENT", "UID"]));
    }

    private static ReadCalendarFile Read(CalendarEntry entry) => new(CalendarFile.Write(entry));

    private static CalendarEntry Entry(DateTime start, DateTime end, string zone) => new(
        "1@innovation-bot", 0, "Queue clinic", start, end, zone, IsAllDay: false, "Room 1", "Bring a queue", null, "Olga", "olga@town.example", TimeSpan.FromMinutes(15), IsCancelled: false, Now);
}
