using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>Events a person made, hosts or brought the problem of, and their answers to events; an erased person's seat goes to the next.</summary>
public sealed class EventsData(NetworkDb db, EventSeats seats, EventCards cards, TimeProvider clock) : IPersonalData
{
    public string Name => "events";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(Event), nameof(Event.OrganiserId)), (typeof(Event), nameof(Event.HostId)), (typeof(Event), nameof(Event.ProblemOwnerId)),
        (typeof(Registration), nameof(Registration.MemberId)), (typeof(EventPair), nameof(EventPair.OneId)), (typeof(EventPair), nameof(EventPair.OtherId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var registrations = await db.Registrations.AsNoTracking().Where(r => r.MemberId == person.Id).OrderBy(r => r.CreatedAt)
            .Join(db.Events, r => r.EventId, e => e.Id, (r, e) => new { Registration = r, Event = e }).ToListAsync(stop);
        var run = await Of(person).AsNoTracking().OrderBy(e => e.CreatedAt).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            registrations = registrations.Select(one => new
            {
                @event = one.Event.Title, one.Event.StartsAt, one.Registration.State, one.Registration.Seat, one.Registration.CreatedAt, one.Registration.ChangedAt,
                one.Registration.Answers, one.Registration.Needs, one.Registration.MeetAbout,
            }),
            introducedThere = (await db.EventPairs.AsNoTracking().Where(p => p.OneId == person.Id || p.OtherId == person.Id).ToListAsync(stop))
                .Select(p => new { p.Shared, youSaid = p.SaidBy(person.Id), p.BothSaidYes }),
            organised = run.Select(e => new
            {
                e.Id, e.Title, e.Stage, e.StartsAt, e.CreatedAt, organiser = e.OrganiserId == person.Id, host = e.HostId == person.Id, problemOwner = e.ProblemOwnerId == person.Id,
            }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        db.EventPairs.RemoveRange(await db.EventPairs.Where(p => p.OneId == person.Id || p.OtherId == person.Id).ToListAsync(stop));

        foreach (var id in await db.Registrations.Where(r => r.MemberId == person.Id).OrderBy(r => r.EventId).Select(r => r.EventId).ToListAsync(stop))
        {
            if (await db.Lock<Event>(id, stop) is not { } @event || await db.Registrations.SingleOrDefaultAsync(r => r.EventId == id && r.MemberId == person.Id, stop) is not { } registration) continue;
            @event.Release(registration);
            db.Registrations.Remove(registration);
            await seats.Refill(@event, stop);
            await cards.Redraw(id, clock.GetUtcNow(), atOnce: false, stop);
        }

        // last: a lock reads an event anew, and what was changed of it before would be lost
        foreach (var @event in await Of(person).ToListAsync(stop))
        {
            if (@event.OrganiserId == person.Id) @event.OrganiserId = null;
            if (@event.HostId == person.Id) @event.HostId = null;
            if (@event.ProblemOwnerId == person.Id) @event.ProblemOwnerId = null;
        }

        // named in an audience: at most the few events that name people one by one
        var mark = $"%{person.Id}%";
        foreach (var @event in await db.Events.Where(e => EF.Functions.Like((string)(object)e.Audience, mark)).ToListAsync(stop))
            @event.Audience = @event.Audience.Without(person.Id);
    }

    private IQueryable<Event> Of(Member person) => db.Events.Where(e => e.OrganiserId == person.Id || e.HostId == person.Id || e.ProblemOwnerId == person.Id);
}
