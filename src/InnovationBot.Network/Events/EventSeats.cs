using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>What becomes of seats that are free while somebody waits: offered in order of arrival, or, near the event, had by the first who presses.</summary>
public sealed class EventSeats(NetworkDb db, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Within the event's lock, after seats became free or more.</summary>
    public async Task Refill(Event @event, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (@event.Stage != EventStage.Published || @event.StartsAt is not { } start || start <= now) return;

        foreach (var seat in @event.Seats)
        {
            while (@event.Free(seat) is not 0 && @event.Waiting(seat) > 0)
            {
                await db.SaveChangesAsync(stop); // what was decided so far counts for who is next
                if (await Waiting(@event.Id).Where(r => r.Seat == seat).OrderBy(r => r.Arrival).FirstOrDefaultAsync(stop) is not { } first) break;
                var calendar = await calendars.Of(first.MemberId, stop);
                var minutes = start - now < Event.Near ? Event.ShortOfferMinutes : Event.OfferMinutes;
                if (calendar.MinutesBetween(now, start) < minutes)
                {
                    await TellAll(@event.Id, now, stop);
                    break;
                }

                @event.Offer(first, calendar.AddMinutes(now, minutes), now);
                db.Notices.Add(Notice.To(first.MemberId, EventNotices.Offer, @event.Id.Value, now, NoticeTiming.AtOnce, NoticePriority.EventChange));
            }
        }
    }

    /// <summary>How long a seat is kept for somebody who is told at <paramref name="at"/>.</summary>
    public async Task<DateTimeOffset?> OfferedUntil(Event @event, MemberId member, DateTimeOffset at, CancellationToken stop) =>
        @event.StartsAt is not { } start ? null
        : (await calendars.Of(member, stop)).AddMinutes(at, start - at < Event.Near ? Event.ShortOfferMinutes : Event.OfferMinutes) is var until && until < start ? until : start;

    /// <summary>All who wait hear that the first to press has the seat.</summary>
    private async Task TellAll(EventId id, DateTimeOffset now, CancellationToken stop)
    {
        if (!await db.EventAnnouncements.AnyAsync(a => a.EventId == id && a.Kind == EventNotices.SeatFree && a.UpTo == 0, stop))
            db.EventAnnouncements.Add(EventAnnouncement.Of(id, EventNotices.SeatFree, now));
    }

    private IQueryable<Registration> Waiting(EventId id) => db.Registrations.Where(r => r.EventId == id && r.State == RegistrationState.Waitlisted);
}

/// <summary>Passes seats on that were offered and not taken in time.</summary>
public sealed class ExpireOffers(NetworkDb db, EventLocks locks, EventSeats seats, EventCards cards) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Registrations.Where(r => r.OfferDue <= now).OrderBy(r => r.OfferDue).Take(most).Select(r => new { r.EventId, r.MemberId }).ToListAsync(stop);
        return await db.Each(due, async one =>
        {
            await using var held = await locks.Take(one.EventId, stop);
            if (held is not { Event: var @event } || await held.Of(one.MemberId, stop) is not { State: RegistrationState.Offered } registration || !(registration.OfferDue <= now)) return false;

            @event.Release(registration);
            registration.Cancel(now);
            if (!@event.HasStarted(now)) db.Notices.Add(Notice.To(one.MemberId, EventNotices.OfferOver, @event.Id.Value, now, NoticeTiming.AtOnce, NoticePriority.EventChange));
            await seats.Refill(@event, stop);
            await cards.Redraw(@event.Id, now, atOnce: false, stop);
            await held.Save(stop);
            return true;
        });
    }
}

/// <summary>The time of an offer runs from when its message arrived.</summary>
public sealed class OfferArrived(NetworkDb db, EventSeats seats) : IDelivered
{
    public string Kind => EventNotices.Offer;

    public async Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop)
    {
        var id = EntityId.From<EventId>(notice.Subject);
        if (notice.Edits is not null || await db.Events.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, stop) is not { } @event) return;
        if (await db.Registrations.SingleOrDefaultAsync(r => r.EventId == id && r.MemberId == notice.RecipientId, stop) is not { State: RegistrationState.Offered } registration) return;
        if (await seats.OfferedUntil(@event, notice.RecipientId, at, stop) is not { } until) return;
        registration.OfferArrived(until);
        await db.SaveChangesAsync(stop);
    }
}
