using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Events;

/// <summary>Events in situations, and people who press on their cards.</summary>
internal static class EventSituations
{
    private static readonly Dictionary<string, string> NoAnswers = [];

    /// <summary>A workshop in a month's time, Monday 9 to 12 in Ljubljana.</summary>
    public static EventInput Workshop(int? capacity = null) => new()
    {
        Title = "Queue clinic", Kind = "workshop", Start = "2027-03-01T09:00", End = "2027-03-01T12:00", Zone = "Europe/Ljubljana", Place = "Room 1",
        Capacity = capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static async Task<Event> Published(this Given given, EventInput input, Member? organiser = null)
    {
        var made = await given.Do<MakeEvent, EventMade>(make => make.Create(input, organiser?.Id, publish: true, default));
        made.Faults.ShouldBeEmpty();
        made.Refusal.ShouldBeNull();
        return made.Event!;
    }

    public static Task<EventMade> Made(this Given given, EventInput input, Member? by = null, bool publish = false) =>
        given.Do<MakeEvent, EventMade>(make => make.Create(input, by?.Id, publish, default));

    public static async Task<IReadOnlyList<Member>> People(this Given given, int count)
    {
        var people = new List<Member>();
        for (var n = 0; n < count; n++) people.Add(await given.Asker($"Person{n:D2}"));
        return people;
    }

    public static Task<Result<EventView>> Going(this Given given, Event @event, Member by, Seat? seat = null, Dictionary<string, string>? answers = null) =>
        given.Turn<SignUp, Result<EventView>>(signUp => signUp.Go(@event.Id, by.Id, seat, answers ?? NoAnswers, default));

    public static Task<Result<EventView>> Cannot(this Given given, Event @event, Member by) =>
        given.Turn<SignUp, Result<EventView>>(signUp => signUp.Decline(@event.Id, by.Id, default));

    public static Task<Result<EventView>> Frees(this Given given, Event @event, Member by) =>
        given.Turn<SignUp, Result<EventView>>(signUp => signUp.Free(@event.Id, by.Id, default));

    public static async Task<EventNumbers> Numbers(this Given given, Event @event, Member? by = null) =>
        (await given.Do<CountEvent, Result<EventNumbers>>(count => count.Handle(@event.Id, by?.Id, default))).Value;

    public static Task<Event> Row(this Given given, Event @event) => given.Read(db => db.Events.AsNoTracking().SingleAsync(e => e.Id == @event.Id));

    public static async Task<RegistrationState?> StateOf(this Given given, Event @event, Member member) =>
        (await given.Read(db => db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.EventId == @event.Id && r.MemberId == member.Id)))?.State;

    /// <summary>The counts on the event's row are those of its registrations, capacities hold, and positions are 1 to n.</summary>
    public static async Task ShouldHold(this Given given, Event @event)
    {
        var row = await given.Row(@event);
        var all = await given.Read(db => db.Registrations.AsNoTracking().Where(r => r.EventId == @event.Id).ToListAsync());
        foreach (var seat in row.Seats)
        {
            row.Taken(seat).ShouldBe(all.Count(r => r.HoldsSeat && r.Seat == seat));
            row.Waiting(seat).ShouldBe(all.Count(r => r.State == RegistrationState.Waitlisted && r.Seat == seat));
        }

        (row.Plan.Capacity is null || row.OnSiteTaken <= row.Plan.Capacity).ShouldBeTrue();
        (row.Plan.OnlineCapacity is null || row.OnlineTaken <= row.Plan.OnlineCapacity).ShouldBeTrue();
        var positions = (await given.Numbers(@event)).Answers.Select(one => one.Position).OfType<int>().Order().ToList();
        positions.ShouldBe(Enumerable.Range(1, positions.Count));
    }
}
