using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>An event as one person may see it.</summary>
public sealed class EventViews(NetworkDb db, TimeProvider clock)
{
    public async Task<EventView> Of(Event @event, MemberId reader, CancellationToken stop) =>
        await Of(@event, await db.MemberOf(reader, stop), await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.EventId == @event.Id && r.MemberId == reader, stop), null, stop);

    public async Task<EventView> Of(Event @event, Member reader, CancellationToken stop) => await Of(@event, reader.Id, stop);

    /// <param name="position">In the queue, when it is known.</param>
    public async Task<EventView> Of(Event @event, Registration own, int? position, CancellationToken stop) =>
        await Of(@event, await db.MemberOf(own.MemberId, stop), own, position, stop);

    /// <summary>As many may read it at once: nobody's own state, no link.</summary>
    public Task<EventView> Public(Event @event, CancellationToken stop) => Of(@event, reader: null, null, null, stop);

    private async Task<EventView> Of(Event @event, Member? reader, Registration? own, int? position, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (own is { State: RegistrationState.Waitlisted })
            position ??= await db.Registrations.CountAsync(r => r.EventId == @event.Id && r.State == RegistrationState.Waitlisted && r.Seat == own.Seat && r.Arrival <= own.Arrival, stop);
        var runs = reader is not null && EventAccess.Runs(reader, @event);
        var owner = @event.ProblemOwnerId is { } id ? await db.MemberOf(id, stop) : null;
        var host = @event.HostId is { } hosts ? (await db.MemberOf(hosts, stop))?.Name : null;
        var eyes = reader is null ? Reader.Anybody : Reader.Of(reader, await db.OrganisationOf(reader.OrganisationId, stop));
        return new EventView(@event, @event.State(now), own, own is { State: RegistrationState.Waitlisted } ? position : null)
        {
            Runs = runs,
            SeesLink = runs || own is { HasSeat: true },
            Host = host ?? @event.Plan.Host,
            ProblemOwner = owner is null ? null : eyes.Show(owner, await db.OrganisationOf(owner.OrganisationId, stop), []),
        };
    }
}

/// <param name="Own">The reader's answer; none yet, and none on a card that many read.</param>
/// <param name="Position">Of the reader among those who wait, from 1.</param>
public sealed record EventView(Event Event, EventState State, Registration? Own, int? Position)
{
    public bool Runs { get; init; }
    public bool SeesLink { get; init; }
    public string? Host { get; init; }
    public PersonShown? ProblemOwner { get; init; }

    public EventPlan Plan => Event.Plan;

    /// <summary>The reader waits, and a seat is free for the first who presses.</summary>
    public bool MayTakeFreeSeat => Own is { State: RegistrationState.Waitlisted } && Event.Free(Own.Seat) is not 0;

    public bool IsOpen => State is EventState.Published or EventState.Full;
}

/// <summary>Shows one event to somebody who may see it.</summary>
public sealed class ShowEvent(NetworkDb db, EventAccess access, EventViews views)
{
    public async Task<Result<EventView>> Handle(EventId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is not { } @event) return Refusal.NotFound;
        var own = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.EventId == id && r.MemberId == by, stop);
        return await access.Sees(member, @event, own, stop) ? await views.Of(@event, by, stop) : Refusal.NotFound;
    }

    /// <summary>As many may read it at once; only what is published.</summary>
    public async Task<Result<EventView>> Public(EventId id, CancellationToken stop) =>
        await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.Stage != EventStage.Draft, stop) is { } @event ? await views.Public(@event, stop) : Refusal.NotFound;
}
