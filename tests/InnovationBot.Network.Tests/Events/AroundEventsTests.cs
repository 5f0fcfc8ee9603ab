using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Events;

/// <summary>What happens by itself before, during and after an event.</summary>
public abstract class AroundEventsTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Those_who_are_going_are_reminded_a_week_a_day_and_a_quarter_of_an_hour_before_unless_they_want_none()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(2)), await given.People(3));
        foreach (var person in people) await given.Going(@event, person);
        await given.Do<SetReminders, Refusal?>(set => set.Handle(people[1].Id, wanted: false, default));

        foreach (var before in new[] { TimeSpan.FromDays(7), TimeSpan.FromDays(1), TimeSpan.FromMinutes(15) })
        {
            given.Clock.SetUtcNow(@event.StartsAt!.Value - before);
            await given.Sweep();
            await given.Sweep();
        }

        var details = await given.Read(db => db.Notices.Where(n => n.RecipientId == people[0].Id && n.Kind == EventNotices.Reminder).OrderBy(n => n.CreatedAt).Select(n => n.Detail).ToListAsync());
        details.ShouldBe(["week", "day", "minutes"]);
        (await given.NoticesTo(people[1])).ShouldNotContain(EventNotices.Reminder);
        (await given.NoticesTo(people[2])).ShouldNotContain(EventNotices.Reminder);
    }

    [Fact]
    public async Task Before_whole_days_reminders_come_in_the_morning_and_none_at_midnight()
    {
        var @event = await given.Published(EventSituations.Workshop() with { Start = "2027-03-01", End = "2027-03-02" });
        var mia = await given.Asker();
        await given.Going(@event, mia);

        List<string> due = [];
        while ((await given.Row(@event)).ReminderDue is { } at)
        {
            due.Add($"{at:yyyy-MM-ddTHH:mm}Z");
            await To(at);
        }

        due.ShouldBe(["2027-02-22T08:00Z", "2027-02-28T08:00Z"]); // nine o'clock in Ljubljana
        (await given.Read(db => db.Notices.Where(n => n.RecipientId == mia.Id && n.Kind == EventNotices.Reminder).OrderBy(n => n.CreatedAt).Select(n => n.Detail).ToListAsync())).ShouldBe(["week", "day"]);
    }

    [Fact]
    public async Task After_the_end_those_who_came_are_asked_needs_go_after_14_days_and_registrations_after_90()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        var @event = await given.Published(EventSituations.Workshop() with { Questions = [new("Food", "dietary", [])], Problem = "Queues", ProblemOwner = mia.Email, FollowUp = "2027-04-01" }, olga);
        await given.Going(@event, mia, answers: new() { ["Food"] = "No nuts" });

        await To(@event.EndsAt!.Value);
        (await given.NoticesTo(mia)).ShouldContain(EventNotices.After);
        (await given.NoticesTo(olga)).ShouldBe([EventNotices.Attendance]);
        (await given.Do<Attendance, Result<EventView>>(attendance => attendance.WasThere(@event.Id, mia.Id, default))).Value.Own!.State.ShouldBe(RegistrationState.Attended);

        await To(@event.EndsAt!.Value.AddDays(14));
        (await given.Read(db => db.Registrations.SingleAsync(r => r.MemberId == mia.Id))).Needs.ShouldBeEmpty();
        await To(new(2027, 4, 1, 8, 0, 0, TimeSpan.Zero));
        (await given.NoticesTo(mia)).ShouldContain(EventNotices.FollowUp);
        await given.Do<AfterEvent, Result<Event>>(after => after.Outcome(@event.Id, mia.Id, "Two desks now.", default));
        (await given.NoticesTo(olga)).ShouldContain(EventNotices.OutcomeTold);
        await To(@event.EndsAt!.Value.AddDays(90));
        (await given.Read(db => db.Registrations.AnyAsync(r => r.EventId == @event.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Needs_and_registrations_are_kept_as_long_as_administrators_say_also_of_events_that_stand_already()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        var @event = await given.Published(EventSituations.Workshop() with { Questions = [new("Food", "dietary", [])] }, olga);
        await given.Going(@event, mia, answers: new() { ["Food"] = "No nuts" });
        await given.Change<Member>(olga.Id, member => member.Give(Role.Administrator));
        (await given.Do<ChangeSettings, Result<NetworkSettings>>(change => change.Set(
            new Dictionary<Kept, int?> { [Kept.EventNeeds] = 30, [Kept.Registrations] = 40 }, olga.Id, default))).Refusal.ShouldBeNull();

        await To(@event.EndsAt!.Value.AddDays(29));
        (await given.Read(db => db.Registrations.SingleAsync())).Needs.ShouldNotBeEmpty();
        await To(@event.EndsAt!.Value.AddDays(30));
        (await given.Read(db => db.Registrations.SingleAsync())).Needs.ShouldBeEmpty();
        await To(@event.EndsAt!.Value.AddDays(40));
        (await given.Read(db => db.Registrations.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_pasted_list_marks_who_was_there_and_names_its_broken_lines()
    {
        var (olga, people) = (await given.Organiser(), await given.People(2));
        var @event = await given.Published(EventSituations.Workshop(), olga);
        foreach (var person in people) await given.Going(@event, person);
        (await Read()).Refusal.ShouldBe(EventRefusals.NotBegun);
        given.Clock.SetUtcNow(@event.StartsAt!.Value);
        var read = (await Read()).Value;
        read.Marked.ShouldBe(1);
        read.Unknown.ShouldBe(["nobody@example.org", "no address here"]);
        (await given.StateOf(@event, people[0])).ShouldBe(RegistrationState.Attended);

        Task<Result<AttendanceRead>> Read() => given.Do<Attendance, Result<AttendanceRead>>(attendance =>
            attendance.Read(@event.Id, olga.Id, $"Name,E-mail\n\"{people[0].Name}\",{people[0].Email}\nnobody@example.org\nno address here", default));
    }

    [Fact]
    public async Task Two_who_asked_for_it_are_shown_to_each_other_unnamed_and_named_once_both_said_yes()
    {
        var (aarhus, ghent) = (await given.Organisation("City of Aarhus"), await given.Organisation("City of Ghent"));
        var (mia, ole, jan, eva) = (await given.Asker("Mia", aarhus), await given.Asker("Ole", aarhus), await given.Asker("Jan", ghent), await given.Asker("Eva", ghent));
        var olga = await given.Organiser();
        var @event = await given.Published(EventSituations.Workshop(), olga);
        foreach (var person in new[] { mia, ole, jan, eva }) await given.Going(@event, person);
        await Ask(mia, "Queues at the counter every Monday");
        await Ask(ole, "The counter and its queues");
        await Ask(jan, "Long queues before opening the counter");

        await To(new(2027, 2, 25, 8, 0, 0, TimeSpan.Zero)); // the Thursday before the Monday
        var pairs = await given.Read(db => db.EventPairs.AsNoTracking().ToListAsync());
        pairs.Count.ShouldBe(2); // Jan with Mia and with Ole, never two of one city
        pairs.ShouldAllBe(pair => pair.OneId == jan.Id || pair.OtherId == jan.Id);
        (await given.NoticesTo(eva)).ShouldBe([EventNotices.Reminder], "she ticked nothing");

        await given.Do<ChangeEvent, EventMade>(change => change.Handle(@event.Id, EventSituations.Workshop() with { Agenda = "Bring a number" }, olga.Id, default));
        await given.Sweep();
        (await given.Read(db => db.EventPairs.CountAsync())).ShouldBe(2, "a late change shows nobody to anybody once more");

        var pair = pairs.Single(pair => pair.OtherOf(jan.Id) == mia.Id);
        (await Seen(mia)).Other.Name.ShouldBeNull();
        await given.Do<MeetThere, Result<PairView>>(meet => meet.Say(pair.Id, mia.Id, yes: true, default));
        (await Seen(jan)).Other.Name.ShouldBeNull();
        (await given.Do<MeetThere, Result<PairView>>(meet => meet.Say(pair.Id, ole.Id, yes: true, default))).Refusal.ShouldBe(Refusal.NotFound);
        var both = (await given.Do<MeetThere, Result<PairView>>(meet => meet.Say(pair.Id, jan.Id, yes: true, default))).Value;
        (both.Other.Name, both.Email).ShouldBe(("Mia", mia.Email));
        (await given.NoticesTo(mia)).ShouldContain(EventNotices.Paired);

        var taken = pairs.Single(pair => pair.OtherOf(jan.Id) == ole.Id);
        await given.Do<MeetThere, Result<EventView>>(meet => meet.Ask(@event.Id, ole.Id, about: null, default));
        (await given.Do<MeetThere, Result<PairView>>(meet => meet.Show(taken.Id, jan.Id, default))).Refusal.ShouldBe(Refusal.NotFound, "who takes it back appears nowhere");
        (await given.Do<MeetThere, Result<PairView>>(meet => meet.Say(taken.Id, jan.Id, yes: true, default))).Refusal.ShouldBe(Refusal.NotFound);

        Task Ask(Member by, string about) => given.Do<MeetThere, Result<EventView>>(meet => meet.Ask(@event.Id, by.Id, about, default));
        async Task<PairView> Seen(Member by) => (await given.Do<MeetThere, Result<PairView>>(meet => meet.Show(pair.Id, by.Id, default))).Value;
    }

    private async Task To(DateTimeOffset at)
    {
        if (at > given.Now) given.Clock.SetUtcNow(at);
        await given.Sweep();
        await given.Sweep();
    }
}

public sealed class AroundEventsOnSqlite() : AroundEventsTests(StoreEngine.Sqlite);

public sealed class AroundEventsOnPostgres() : AroundEventsTests(StoreEngine.Postgres);
