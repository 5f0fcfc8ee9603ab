using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Events;

/// <summary>Seats and the queue for them, alone and with many presses at the same moment.</summary>
public abstract class SeatsTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Of_many_who_press_at_once_exactly_as_many_go_as_there_are_seats_and_the_rest_queue_without_gaps()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(5)), await given.People(24));
        var pressed = await Task.WhenAll(people.Concat(people).Select(person => given.Going(@event, person)));

        pressed.ShouldAllBe(result => result.Refusal == null);
        var numbers = await given.Numbers(@event);
        (numbers.Going, numbers.Waiting, numbers.Answers.Count).ShouldBe((5, 19, 24));
        await given.ShouldHold(@event);
    }

    [Fact]
    public async Task While_people_come_and_go_at_once_no_seat_is_given_twice()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(3)), await given.People(12));
        foreach (var person in people.Take(6)) await given.Going(@event, person);
        await Task.WhenAll(people.Take(3).Select(person => given.Frees(@event, person)).Concat(people.Skip(6).Select(person => given.Going(@event, person))));

        await given.ShouldHold(@event);
        var row = await given.Row(@event);
        row.OnSiteTaken.ShouldBe(3);
        foreach (var person in people.Skip(3).Take(3)) (await given.StateOf(@event, person)).ShouldBe(RegistrationState.Offered);
    }

    [Fact]
    public async Task Who_waits_is_offered_a_seat_in_order_of_arrival_and_told_and_then_the_next()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(1)), await given.People(3));
        foreach (var person in people) await given.Going(@event, person);
        (await given.Going(@event, people[2])).Value.Position.ShouldBe(2);

        await given.Cannot(@event, people[0]);
        (await given.StateOf(@event, people[0])).ShouldBe(RegistrationState.Declined);
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Offered);
        (await given.NoticesTo(people[1])).ShouldBe([EventNotices.Offer]);
        (await given.StateOf(@event, people[2])).ShouldBe(RegistrationState.Waitlisted);

        // 24 hours of work from Wednesday 10:00 in Brussels: 7 + 9 + 8 hours, until Friday 16:00
        await given.DeliverAll();
        await given.Later(TimeSpan.FromHours(53.9));
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Offered);
        await given.Later(TimeSpan.FromHours(0.2));
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Cancelled);
        (await given.NoticesTo(people[1])).ShouldBe([EventNotices.Offer, EventNotices.OfferOver]);
        (await given.StateOf(@event, people[2])).ShouldBe(RegistrationState.Offered);
        (await given.Going(@event, people[2])).Value.Own!.State.ShouldBe(RegistrationState.Going);
        await given.ShouldHold(@event);
    }

    [Fact]
    public async Task Nearer_than_two_days_an_offer_holds_three_working_hours()
    {
        var input = EventSituations.Workshop(1) with { Start = "2027-02-05T09:00", End = "2027-02-05T10:00" };
        var (@event, people) = (await given.Published(input), await given.People(2));
        foreach (var person in people) await given.Going(@event, person);
        await given.Frees(@event, people[0]);
        (await given.Read(db => db.Registrations.SingleAsync(r => r.MemberId == people[1].Id))).OfferDue.ShouldBe(Given.Start.AddHours(3));
    }

    [Fact]
    public async Task When_too_few_hours_are_left_all_who_wait_are_told_and_the_first_who_presses_has_the_seat()
    {
        var input = EventSituations.Workshop(1) with { Start = "2027-02-03T12:00", End = "2027-02-03T13:00" };
        var (@event, people) = (await given.Published(input), await given.People(4));
        foreach (var person in people) await given.Going(@event, person);
        await given.Frees(@event, people[0]);
        await given.Sweep();
        await given.Sweep();
        foreach (var person in people.Skip(1)) (await given.NoticesTo(person)).ShouldBe([EventNotices.SeatFree]);

        var late = await given.Asker("Late");
        (await given.Going(@event, late)).Value.Own!.State.ShouldBe(RegistrationState.Waitlisted);
        var pressed = await Task.WhenAll(people.Skip(1).Select(person => given.Going(@event, person)));
        pressed.Count(result => result.Value.Own!.State == RegistrationState.Going).ShouldBe(1);
        await given.ShouldHold(@event);
        (await given.NoticesTo(late)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Seats_at_the_place_and_online_have_queues_of_their_own()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(1) with { OnlineCapacity = "1", Link = "https://meet.example/q" }), await given.People(5));
        await given.Going(@event, people[0]);
        await given.Going(@event, people[1]);
        (await given.Going(@event, people[2], Seat.Online)).Value.Own!.State.ShouldBe(RegistrationState.Going);
        (await given.Going(@event, people[3], Seat.Online)).Value.Position.ShouldBe(1);
        (await given.Going(@event, people[0], Seat.Online)).Refusal.ShouldBe(EventRefusals.NoSeatLeft);
        (await given.StateOf(@event, people[0])).ShouldBe(RegistrationState.Going);

        await given.Frees(@event, people[2]);
        (await given.StateOf(@event, people[3])).ShouldBe(RegistrationState.Offered);
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Waitlisted);
        (await given.Row(@event)).Capacity.ShouldBe(2);
        await given.ShouldHold(@event);
    }

    [Fact]
    public async Task The_organiser_fills_a_seat_past_the_queue_but_never_past_the_capacity_and_the_person_is_told()
    {
        var olga = await given.Organiser();
        var (@event, people) = (await given.Published(EventSituations.Workshop(1), olga), await given.People(3));
        await given.Going(@event, people[0]);
        await given.Going(@event, people[1]);
        (await Other(people[2].Email!)).Refusal.ShouldBe(EventRefusals.NoSeatLeft);

        var first = await given.Read(db => db.Registrations.SingleAsync(r => r.MemberId == people[0].Id));
        (await given.Do<SignUp, Result<EventView>>(signUp => signUp.Remove(@event.Id, people[1].Id, first.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
        await given.Do<SignUp, Result<EventView>>(signUp => signUp.Remove(@event.Id, olga.Id, first.Id, default));
        (await given.NoticesTo(people[0])).ShouldBe([EventNotices.Removed]);
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Offered);
        await Other(people[1].Email!);
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Going);
        (await given.NoticesTo(people[1])).ShouldContain(EventNotices.SignedUp);
        await given.ShouldHold(@event);

        Task<Result<EventView>> Other(string email) => given.Do<SignUp, Result<EventView>>(signUp => signUp.Other(@event.Id, olga.Id, email, null, default));
    }

    [Fact]
    public async Task A_card_that_many_read_follows_when_an_offer_runs_out_and_when_somebody_is_forgotten()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(1)), await given.People(2));
        foreach (var person in people) await given.Going(@event, person);
        await given.Cannot(@event, people[0]);
        await given.DeliverAll();
        await given.Save(new EventCard { ConversationId = $"19:{@event.Id}", ActivityId = "1", EventId = @event.Id, Language = Language.English, Place = new Address("channel") });
        await given.Later(TimeSpan.FromHours(56)); // the offer is over and nobody waits
        (await EditDue()).ShouldNotBeNull();

        await given.Going(@event, people[1]);
        await given.Read(db => db.EventCards.Where(c => c.EventId == @event.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.EditDue, (DateTimeOffset?)null)));
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(people[1].Id, default));
        (await EditDue()).ShouldNotBeNull();

        Task<DateTimeOffset?> EditDue() => given.Read(db => db.EventCards.Where(c => c.EventId == @event.Id).Select(c => c.EditDue).SingleAsync());
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_a_seat_that_goes_to_the_next()
    {
        var (@event, people) = (await given.Published(EventSituations.Workshop(1)), await given.People(2));
        foreach (var person in people) await given.Going(@event, person);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(people[0].Id, default));
        (await given.StateOf(@event, people[1])).ShouldBe(RegistrationState.Offered);
        (await given.StateOf(@event, people[0])).ShouldBeNull();
        await given.ShouldHold(@event);
    }

    [Fact]
    public async Task Answers_are_kept_and_needs_are_read_by_who_runs_the_event_alone()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        var input = EventSituations.Workshop() with { Questions = [new("Team", "text", []), new("Food", "dietary", []), new("Table", "choice", ["A", "B"])] };
        var @event = await given.Published(input, olga);
        await given.Going(@event, mia, answers: new() { ["Team"] = "Permits", ["Food"] = "No nuts", ["Table"] = "C", ["Other"] = "x" });

        (await given.Numbers(@event, olga)).Answers.Single().Answers.Select(answer => answer.Text).ShouldBe(["Permits", "No nuts"]);
        (await given.Numbers(@event)).Answers.Single().Answers.Select(answer => answer.Text).ShouldBe(["Permits"]);
        (await given.Do<CountEvent, Result<EventNumbers>>(count => count.Handle(@event.Id, mia.Id, default))).Refusal.ShouldBe(Refusal.NotFound);
    }
}

public sealed class SeatsOnSqlite() : SeatsTests(StoreEngine.Sqlite);

public sealed class SeatsOnPostgres() : SeatsTests(StoreEngine.Postgres);
