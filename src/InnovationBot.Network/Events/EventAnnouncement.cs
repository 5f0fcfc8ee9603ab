using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>
/// Something that everybody who answered an event, or some of them, must hear. Written with what made it true; its notices
/// are made a few hundred at a time, so that an event of many thousands holds up nobody.
/// </summary>
public sealed class EventAnnouncement
{
    public long Id { get; init; }
    public EventId EventId { get; init; }

    /// <summary>The notices' kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The notices' detail: words of ours.</summary>
    public string? Detail { get; set; }

    public DateTimeOffset Due { get; init; }

    /// <summary>The <see cref="Registration.Number"/> of the last one whose notice is made.</summary>
    public long UpTo { get; set; }

    public static EventAnnouncement Of(EventId @event, string kind, DateTimeOffset now, string? detail = null) => new() { EventId = @event, Kind = kind, Detail = detail, Due = now };
}

/// <summary>Makes the notices of announcements, as of the moment they are made: who has left meanwhile hears nothing.</summary>
public sealed class MakeAnnouncements(NetworkDb db, EventLocks locks) : IDueWork
{
    private const int Chunk = 500;

    /// <summary>Whoever was told a short while ago that seats are free has the card to press.</summary>
    private static readonly TimeSpan BetweenWords = TimeSpan.FromHours(1);

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.EventAnnouncements.AsNoTracking().Where(a => a.Due <= now).OrderBy(a => a.Id).Take(most).Select(a => new { a.Id, a.EventId }).ToListAsync(stop);
        return await db.Each(due, async one =>
        {
            await using var held = await locks.Take(one.EventId, stop);
            if (held is not { Event: var @event } || await db.EventAnnouncements.SingleOrDefaultAsync(a => a.Id == one.Id, stop) is not { } announcement) return false;

            var next = await Hearers(announcement).Where(r => r.Number > announcement.UpTo).OrderBy(r => r.Number).Take(Chunk).ToListAsync(stop);
            foreach (var member in await Left(@event, announcement, next, now, stop))
                db.Notices.Add(NoticeOf(member, announcement, now));
            if (next.Count < Chunk) db.EventAnnouncements.Remove(announcement);
            else announcement.UpTo = next[^1].Number;
            await held.Save(stop);
            return true;
        });
    }

    private IQueryable<Registration> Hearers(EventAnnouncement announcement)
    {
        var answered = db.Registrations.AsNoTracking().Where(r => r.EventId == announcement.EventId);
        return announcement.Kind switch
        {
            EventNotices.SeatFree => answered.Where(r => r.State == RegistrationState.Waitlisted),
            EventNotices.Reminder => answered.Where(r => r.State == RegistrationState.Going && !db.EventHabits.Any(h => h.MemberId == r.MemberId && h.NoReminders)),
            EventNotices.After or EventNotices.Materials => answered.Where(r => r.State == RegistrationState.Going || r.State == RegistrationState.Attended),
            _ => answered.Where(r => r.State == RegistrationState.Going || r.State == RegistrationState.Offered || r.State == RegistrationState.Waitlisted),
        };
    }

    private async Task<IEnumerable<MemberId>> Left(Event @event, EventAnnouncement announcement, List<Registration> next, DateTimeOffset now, CancellationToken stop)
    {
        if (announcement.Kind != EventNotices.SeatFree) return next.Select(r => r.MemberId);
        var since = now - BetweenWords;
        var told = await db.Notices.Where(n => n.Subject == @event.Id.Value && n.Kind == EventNotices.SeatFree && n.CreatedAt > since).Select(n => n.RecipientId).ToListAsync(stop);
        return next.Where(r => @event.Free(r.Seat) is not 0).Select(r => r.MemberId).Except(told);
    }

    private static Notice NoticeOf(MemberId member, EventAnnouncement announcement, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = member, Kind = announcement.Kind, Subject = announcement.EventId.Value, Detail = announcement.Detail,
        Timing = announcement.Kind is EventNotices.After or EventNotices.Materials ? NoticeTiming.WorkingHours : NoticeTiming.AtOnce,
        Priority = NoticePriority.EventChange, Due = now, CreatedAt = now,
    };
}
