using System.Text.Json;
using InnovationBot.Network.Events;

namespace InnovationBot.Network.Tests.Events;

/// <summary>What is wrong with an event is named by its field, all of it at once.</summary>
public sealed class EventInputTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("end", "2027-03-01T08:00", "end", "EventEndBeforeStart")]
    [InlineData("end", "2027-03-01T09:00", "end", "EventEndBeforeStart")]
    [InlineData("end", "2027-03-01", "end", "EventDaysAndTimesMixed")]
    [InlineData("end", "2028-03-01T12:00", "end", "EventTooLong")]
    [InlineData("start", "2027-03-01T09:00+01:00", "start", "EventTimeHasOffset")]
    [InlineData("start", "1 March", "start", "EventTimeUnreadable")]
    [InlineData("start", "T09:00", "start", "EventDayMissing")]
    [InlineData("start", "2027-02-30T09:00", "start", "EventTimeUnreadable")]
    [InlineData("end", "9999-12-31", "end", "EventTimeUnreadable")]
    [InlineData("deadline", "2027-03-02T09:00", "deadline", "EventDeadlineAfterStart")]
    [InlineData("deadline", "2027-02-01T09:00", "deadline", "EventDeadlinePast")]
    [InlineData("zone", "Mars/Olympus", "zone", "EventZoneUnknown")]
    [InlineData("zone", "W. Europe Standard Time", "zone", "EventZoneUnknown")]
    [InlineData("capacity", "0", "capacity", "EventCapacityNoNumber")]
    [InlineData("online_capacity", "many", "online_capacity", "EventCapacityNoNumber")]
    [InlineData("title", "<b>Queues</b>", "title", "EventHtmlInText")]
    [InlineData("agenda", "Welcome <script>alert(1)</script>", "agenda", "EventHtmlInText")]
    [InlineData("title", "", "title", "EventFieldMissing")]
    [InlineData("kind", "party", "kind", "EventWordUnknown")]
    [InlineData("link", "http://meet.example", "link", "EventLinkNotHttps")]
    [InlineData("follow_up", "2027-02-20", "follow_up", "EventFollowUpBeforeEnd")]
    public void A_field_that_cannot_be_taken_is_named(string field, string value, string named, string code)
    {
        var input = EventSituations.Workshop();
        input = field switch
        {
            "end" => input with { End = value }, "start" => input with { Start = value }, "deadline" => input with { Deadline = value }, "zone" => input with { Zone = value },
            "capacity" => input with { Capacity = value }, "online_capacity" => input with { OnlineCapacity = value }, "title" => input with { Title = value },
            "agenda" => input with { Agenda = value }, "kind" => input with { Kind = value }, "link" => input with { Link = value }, _ => input with { FollowUp = value },
        };
        Faults(input).ShouldContain((named, code));
    }

    [Fact]
    public void A_local_time_that_daylight_saving_skips_or_shows_twice_is_named()
    {
        var skipped = EventSituations.Workshop() with { Start = "2027-03-28T02:30", End = "2027-03-28T12:00" };
        Faults(skipped).ShouldBe([("start", "EventTimeSkipped")]);
        var twice = EventSituations.Workshop() with { Start = "2027-10-31T01:00", End = "2027-10-31T02:30" };
        Faults(twice).ShouldBe([("end", "EventTimeTwice")]);
    }

    [Fact]
    public void Dates_alone_mean_whole_days_the_last_one_included()
    {
        ReadEvent.Read(EventSituations.Workshop() with { Start = "2027-03-27", End = "2027-03-28" }, "UTC", out var faults, out var instants).IsAllDay.ShouldBeTrue();
        faults.ShouldBeEmpty();
        (instants.Start, instants.End).ShouldBe((new DateTimeOffset(2027, 3, 26, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 28, 22, 0, 0, TimeSpan.Zero)));
        ReadEvent.Read(EventSituations.Workshop() with { Start = "2027-03-27", End = null }, "UTC", out faults, out instants).End!.Value.Date.Day.ShouldBe(27);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void More_questions_than_a_card_holds_are_named()
    {
        var questions = Enumerable.Range(0, 6).Select(n => new EventQuestionInput($"Table {n}", "choice", [.. Enumerable.Range(0, 10).Select(choice => $"{choice} {new string('x', 60)}")]));
        Faults(EventSituations.Workshop() with { Questions = [.. questions] }).ShouldBe([("questions", "EventTextTooLong")]);
    }

    [Fact]
    public void A_hackathon_lacks_its_problem_owner_and_follow_up()
    {
        var plan = ReadEvent.Read(EventSituations.Workshop() with { Kind = "hackathon" }, "UTC", out _, out _);
        ReadEvent.Missing(plan, null).Select(fault => fault.Field).ShouldBe(["problem", "problem_owner", "follow_up"]);
    }

    [Fact]
    public void Words_that_only_look_like_markup_are_words() =>
        Faults(EventSituations.Workshop() with { Agenda = "We ask <your name> and if 3 < 5 > 2 holds" }).ShouldBeEmpty();

    [Fact]
    public void A_stored_plan_reads_as_it_was_written()
    {
        var input = EventSituations.Workshop(3) with { Languages = ["en", "sl"], Questions = [new("Table", "choice", ["A", "B"])], FollowUp = "2027-05-01", Deadline = "2027-02-28" };
        var plan = ReadEvent.Read(input, "UTC", out var faults, out _);
        faults.ShouldBeEmpty();
        var stored = JsonSerializer.Deserialize<EventPlan>(JsonSerializer.Serialize(plan, StoredAs.Json), StoredAs.Json)!;
        (stored with { Languages = plan.Languages, Questions = plan.Questions }).ShouldBe(plan);
        stored.Languages.ShouldBe(plan.Languages);
        stored.Questions.ShouldBe(plan.Questions);
    }

    private static List<(string, string)> Faults(EventInput input)
    {
        ReadEvent.Read(input, "UTC", out var faults, out var instants);
        return [.. (faults.Count > 0 ? faults : ReadEvent.Past(instants, Now)).Select(fault => (fault.Field, fault.Why.Code))];
    }
}
