using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>Who was there: the organiser ticks or pastes a list, or people say so themselves.</summary>
public sealed class Attendance(NetworkDb db, EventLocks locks, EventAccess access, EventViews views, TimeProvider clock)
{
    /// <summary>"I was there", of somebody who was going.</summary>
    public async Task<Result<EventView>> WasThere(EventId id, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(by, stop) is not { } member || await held.Of(by, stop) is not { HasSeat: true } registration
            || !await access.Sees(member, @event, registration, stop)) return Refusal.NotFound;
        if (!@event.HasStarted(clock.GetUtcNow())) return EventRefusals.NotBegun;
        registration.Attend(clock.GetUtcNow());
        await held.Save(stop);
        return await views.Of(@event, by, stop);
    }

    /// <summary>Events that somebody runs and that began lately, the last one first: those of which a list of people may be.</summary>
    public async Task<IReadOnlyList<Event>> Begun(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return [];
        var now = clock.GetUtcNow();
        var since = now - Lately;
        var begun = await db.Events.AsNoTracking().Where(e => e.Stage == EventStage.Published && e.StartsAt <= now && e.EndsAt >= since).OrderByDescending(e => e.StartsAt).Take(MostBegun).ToListAsync(stop);
        return [.. begun.Where(e => EventAccess.Runs(member, e)).Take(MostOffered)];
    }

    /// <summary>A list of an event comes soon after it.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(60);
    private const int MostBegun = 200;
    private const int MostOffered = 6;

    /// <summary>The organiser says of these people who was there and who was not.</summary>
    public async Task<Result<EventView>> Tick(EventId id, MemberId organiser, IReadOnlyCollection<RegistrationId> shown, IReadOnlyCollection<RegistrationId> there, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(organiser, stop) is not { } by || !EventAccess.Runs(by, @event)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (!@event.HasStarted(now)) return EventRefusals.NotBegun;
        foreach (var registration in (await db.Registrations.Where(r => r.EventId == id && shown.Contains(r.Id)).ToListAsync(stop)).Where(r => r.HasSeat))
        {
            if (there.Contains(registration.Id)) registration.Attend(now);
            else registration.Miss(now);
        }

        await held.Save(stop);
        return await views.Of(@event, by, stop);
    }

    /// <summary>A pasted list or a file's lines: whoever is named in it by e-mail address and was going was there. A first line without an address names the columns.</summary>
    /// <returns>How many are marked, and what in it names nobody: a few of those lines.</returns>
    public async Task<Result<AttendanceRead>> Read(EventId id, MemberId organiser, string list, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(organiser, stop) is not { } by || !EventAccess.Runs(by, @event)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (!@event.HasStarted(now)) return EventRefusals.NotBegun;

        List<string> unknown = [];
        var marked = 0;
        var lines = list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var namesColumns = lines.Length > 1 && !lines[0].Contains('@', StringComparison.Ordinal);
        foreach (var line in lines.Skip(namesColumns ? 1 : 0).Take(MostLines))
        {
            var email = line.Split([',', ';', '\t', '"', ' ', '<', '>'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part.Contains('@', StringComparison.Ordinal))?.ToLowerInvariant();
            var person = email is null ? null : await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Email == email && m.State != MemberState.Erased, stop);
            var registration = person is null ? null : await held.Of(person.Id, stop);
            if (registration is not { HasSeat: true })
            {
                unknown.Add(line.Length <= 60 ? line : $"{line[..60]}…");
                continue;
            }

            registration.Attend(now);
            marked++;
        }

        await held.Save(stop);
        return new AttendanceRead(marked, unknown);
    }

    /// <summary>Every registration, for a table; the organiser's reading of it is logged.</summary>
    public async Task<Result<EventNumbers>> Export(EventId id, MemberId organiser, CountEvent count, CancellationToken stop)
    {
        var numbers = await count.Handle(id, organiser, stop);
        if (numbers.Refusal is not null) return numbers;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RegistrationsExported, organiser, null, clock.GetUtcNow(), id.ToString()));
        await db.SaveChangesAsync(stop);
        return numbers;
    }

    private const int MostLines = 2000;
}

/// <param name="Unknown">Lines that name nobody who was going.</param>
public sealed record AttendanceRead(int Marked, IReadOnlyList<string> Unknown);

/// <summary>What came of an event: to those who came the materials, from the problem's owner the result.</summary>
public sealed class AfterEvent(NetworkDb db, EventLocks locks, TimeProvider clock)
{
    /// <summary>Tells those who came where the materials are.</summary>
    public async Task<Result<Event>> Materials(EventId id, MemberId organiser, string materials, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(organiser, stop) is not { } by || !EventAccess.Runs(by, @event)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (!@event.HasStarted(now)) return EventRefusals.NotBegun;
        if (string.IsNullOrWhiteSpace(materials)) return EventRefusals.FieldMissing;
        if (Markup.IsIn(materials)) return EventRefusals.HtmlInText;
        @event.Materials = materials.Trim();
        db.EventAnnouncements.Add(EventAnnouncement.Of(id, EventNotices.Materials, now));
        await held.Save(stop);
        return @event;
    }

    /// <summary>The problem's owner says what came of it.</summary>
    public async Task<Result<Event>> Outcome(EventId id, MemberId owner, string outcome, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || @event.ProblemOwnerId != owner || @event.Stage != EventStage.Published) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(outcome)) return EventRefusals.FieldMissing;
        if (Markup.IsIn(outcome)) return EventRefusals.HtmlInText;
        @event.Outcome = outcome.Trim();
        if ((@event.OrganiserId ?? @event.HostId) is { } organiser && organiser != owner)
            db.Notices.Add(Outbox.Notice.To(organiser, EventNotices.OutcomeTold, id.Value, clock.GetUtcNow(), Outbox.NoticeTiming.WorkingHours, Outbox.NoticePriority.EventChange));
        await held.Save(stop);
        return @event;
    }
}

/// <summary>What a calendar file of one person's seat says.</summary>
public sealed class ReadCalendar(NetworkDb db, EventViews views, TimeProvider clock)
{
    /// <summary>After the end an address still works so long, for clients that ask again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>None for a key nobody has, and once it has expired.</returns>
    public async Task<(EventView View, Member Reader, string? OrganiserEmail)?> Handle(Guid key, CancellationToken stop)
    {
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.CalendarKey == key, stop) is not { } own) return null;
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == own.EventId && e.Stage != EventStage.Draft, stop) is not { StartsAt: not null } @event) return null;
        if (@event.EndsAt + Kept < clock.GetUtcNow() || await db.MemberOf(own.MemberId, stop) is not { } reader) return null;
        var organiser = (@event.HostId ?? @event.OrganiserId) is { } id ? (await db.MemberOf(id, stop))?.Email : null;
        return (await views.Of(@event, own, null, stop), reader, organiser);
    }
}
