using InnovationBot.Network.Time;

namespace InnovationBot.Network.Tests.Time;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Brussels = Of("Europe/Brussels", "BE");

    [Theory]
    [InlineData("2027-02-03T10:00", 2, "2027-02-05T10:00")] // Wednesday to Friday
    [InlineData("2027-02-05T16:00", 2, "2027-02-09T16:00")] // over a weekend
    [InlineData("2027-02-06T12:00", 1, "2027-02-09T08:00")] // from a Saturday counted from Monday morning
    [InlineData("2027-02-03T08:00", 5, "2027-02-10T08:00")]
    [InlineData("2027-02-03T17:00", 1, "2027-02-05T08:00")] // after hours counts from the next morning
    [InlineData("2027-03-26T10:00", 1, "2027-03-30T10:00")] // Easter Monday, and the clocks change on the Sunday before
    [InlineData("2026-12-24T10:00", 1, "2026-12-28T10:00")] // Christmas Day is a Friday
    public void So_many_working_days_later_is_the_same_time_of_day(string from, int days, string expected) =>
        Brussels.Add(Local(from), days).ShouldBe(Local(expected).ToUniversalTime());

    [Theory]
    [InlineData("2027-02-03T07:59", false)]
    [InlineData("2027-02-03T08:00", true)]
    [InlineData("2027-02-03T16:59", true)]
    [InlineData("2027-02-03T17:00", false)]
    [InlineData("2027-02-06T10:00", false)]
    [InlineData("2027-07-21T10:00", false)] // Belgium's national day
    public void Work_is_done_from_eight_to_five_on_weekdays_that_are_no_holiday(string at, bool works) =>
        Brussels.IsWorkingTime(Local(at)).ShouldBe(works);

    [Fact]
    public void Working_time_that_was_measured_can_be_added_again()
    {
        var from = Local("2027-02-05T15:30");
        var to = Local("2027-02-09T11:10");
        Brussels.AddMinutes(from, Brussels.MinutesBetween(from, to)).ShouldBe(to.ToUniversalTime());
        Brussels.MinutesBetween(to, from).ShouldBe(0);
    }

    [Fact]
    public void Nothing_before_somebody_is_back_is_working_time()
    {
        var away = new WorkingDays(Brussels.Zone, PublicHolidays.Of("BE"), Local("2027-02-10T00:00"));
        away.IsWorkingTime(Local("2027-02-03T10:00")).ShouldBeFalse();
        away.NextWorkingTime(Local("2027-02-03T10:00")).ShouldBe(Local("2027-02-10T08:00").ToUniversalTime());
        away.Add(Local("2027-02-03T10:00"), 1).ShouldBe(Local("2027-02-11T08:00").ToUniversalTime());
    }

    [Theory]
    [InlineData("SI", "2027-02-08", true)]
    [InlineData("DK", "2027-03-25", true)] // Maundy Thursday
    [InlineData("DK", "2027-04-23", false)] // Great Prayer Day was abolished in 2024
    [InlineData("FR", "2027-05-06", true)] // Ascension
    [InlineData("AT", "2027-05-27", true)] // Corpus Christi
    [InlineData("DE", "2027-05-27", false)] // only in some of its states
    [InlineData("IE", "2027-02-01", true)] // first Monday of February
    [InlineData("IE", "2030-02-01", true)] // a Friday: Saint Brigid's own day
    [InlineData("IE", "2030-02-04", false)]
    [InlineData("IE", "2027-10-25", true)] // last Monday of October
    [InlineData("EE", "2027-02-24", true)]
    [InlineData("MT", "2027-09-21", true)]
    [InlineData("NL", "2027-04-27", true)]
    [InlineData("LU", "2027-05-09", true)]
    [InlineData("XX", "2027-12-25", false)]
    public void Public_holidays_are_those_of_the_country(string country, string day, bool holiday) =>
        PublicHolidays.Of(country).Contains(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(holiday);

    /// <summary>Each country's law, worked out by hand for 2027, when Easter Sunday is 28 March.</summary>
    [Theory]
    [InlineData("SI", "01-01 01-02 02-08 03-29 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26")]
    [InlineData("DK", "01-01 03-25 03-26 03-29 05-06 05-17 06-05 12-24 12-25 12-26")]
    [InlineData("BE", "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("NL", "01-01 03-29 04-27 05-05 05-06 05-17 12-25 12-26")]
    [InlineData("FR", "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("DE", "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26")]
    [InlineData("AT", "01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 12-25 12-26")]
    [InlineData("LU", "01-01 03-29 05-01 05-06 05-09 05-17 06-23 08-15 11-01 12-25 12-26")]
    [InlineData("IE", "01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25 12-25 12-26")]
    public void A_year_holds_a_countrys_holidays_and_no_others(string country, string days) =>
        string.Join(' ', Enumerable.Range(0, 365).Select(new DateOnly(2027, 1, 1).AddDays).Where(PublicHolidays.Of(country).Contains).Select(day => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)))
            .ShouldBe(days);

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_where_the_church_has_it(int year, string day) =>
        HolidayRule.Easter(year).ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Every_country_of_the_data_has_a_zone_that_this_machine_knows()
    {
        PublicHolidays.KnownCountries.Count.ShouldBe(11);
        PublicHolidays.KnownCountries.ShouldAllBe(country => TimeZoneInfo.FindSystemTimeZoneById(PublicHolidays.Of(country).Zone!) != null);
    }

    private static WorkingDays Of(string zone, string country) => new(TimeZoneInfo.FindSystemTimeZoneById(zone), PublicHolidays.Of(country));

    private static DateTimeOffset Local(string text)
    {
        var local = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels").GetUtcOffset(local));
    }
}
