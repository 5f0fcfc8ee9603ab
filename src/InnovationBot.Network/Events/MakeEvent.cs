using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>An organiser writes an event down, and publishes it when it is whole. Publishing sends nothing.</summary>
public sealed class MakeEvent(NetworkDb db, EventLocks locks, CheckAudience audiences, FindAudience people, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>A new draft; with <paramref name="publish"/> a published event or nothing.</summary>
    /// <param name="by">None for the administrator of the machine.</param>
    public async Task<EventMade> Create(EventInput input, MemberId? by, bool publish, CancellationToken stop)
    {
        var organiser = by is { } id ? await db.MemberOf(id, stop) : null;
        if (by is not null && (organiser is null || !EventAccess.MayOrganise(organiser))) return EventMade.Refused(EventRefusals.OrganisersOnly);

        var now = clock.GetUtcNow();
        var written = await Read(input, organiser, publish, now, stop);
        if (written.Faults.Count > 0) return EventMade.Faulty(written.Faults);

        var @event = new Event
        {
            Id = EntityId.New<EventId>(now), OrganiserId = organiser?.Id, HostId = written.Host, ProblemOwnerId = written.Owner,
            Plan = written.Plan, Audience = written.Audience, CreatedAt = now,
        };
        @event.Describe(written.Plan, written.Instants, now);
        if (publish && Published(@event, by, now) is { } refusal) return EventMade.Refused(refusal);
        db.Events.Add(@event);
        db.HandledAbout(@event.Id.Value);
        await db.SaveChangesAsync(stop);
        return EventMade.Done(@event);
    }

    /// <summary>A draft becomes what its audience sees.</summary>
    public async Task<EventMade> Publish(EventId id, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(by, stop) is not { } member || !EventAccess.Runs(member, @event)) return EventMade.Refused(Refusal.NotFound);

        var now = clock.GetUtcNow();
        List<EventFault> faults =
        [
            .. ReadEvent.Missing(@event.Plan, @event.ProblemOwnerId),
            .. ReadEvent.Past(new(@event.StartsAt, @event.EndsAt, @event.ClosesAt), now),
        ];
        if (await IsNobody(@event.Audience, stop)) faults.Add(new("audience", AudienceRefusals.Nobody));
        if (faults.Count > 0) return EventMade.Faulty(faults);
        if (Published(@event, by, now) is { } refusal) return EventMade.Refused(refusal);
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return EventMade.Done(@event);
    }

    /// <summary>The event as a form shows it to whoever runs it.</summary>
    public async Task<Result<(Event Event, EventInput Input)>> Written(EventId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is not { } @event || !EventAccess.Runs(member, @event)) return Refusal.NotFound;
        return (@event, EventInput.Of(@event, await Email(@event.ProblemOwnerId, stop), await Email(@event.HostId, stop)));
    }

    /// <summary>Reads what was written, with the people and the audience it names.</summary>
    internal async Task<WrittenEvent> Read(EventInput input, Member? organiser, bool isWhole, DateTimeOffset now, CancellationToken stop)
    {
        var plan = ReadEvent.Read(input, organiser?.Zone ?? (await settings.Now(stop)).DefaultZone, out var found, out var instants);
        List<EventFault> faults = [.. found];

        var owner = await Person(input.ProblemOwner, stop);
        if (owner is null && !string.IsNullOrWhiteSpace(input.ProblemOwner)) faults.Add(new("problem_owner", EventRefusals.PersonUnknown));
        MemberId? host = null;
        if (plan.Host is { } named && named.Contains('@', StringComparison.Ordinal) && !named.Contains(' ', StringComparison.Ordinal))
        {
            host = await Person(named, stop);
            if (host is null) faults.Add(new("host", EventRefusals.PersonUnknown));
            plan = plan with { Host = null };
        }

        var audience = await AudienceOf(input, organiser, faults, stop);
        if (faults.Count == 0) faults.AddRange(ReadEvent.Past(instants, now));
        if (isWhole)
        {
            faults.AddRange(ReadEvent.Missing(plan, owner).Where(missing => faults.TrueForAll(fault => fault.Field != missing.Field)));
            if (faults.Count == 0 && await IsNobody(audience, stop)) faults.Add(new("audience", AudienceRefusals.Nobody));
        }

        return new WrittenEvent(plan, instants, audience, owner, host, faults);
    }

    private Refusal? Published(Event @event, MemberId? by, DateTimeOffset now)
    {
        if (@event.Publish(now) is { } refusal) return refusal;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.EventPublished, by, null, now, @event.Id.ToString()));
        return null;
    }

    private async Task<Audience> AudienceOf(EventInput input, Member? organiser, List<EventFault> faults, CancellationToken stop)
    {
        if (input is { KnownAudience: { } kept, Audience.ValueKind: System.Text.Json.JsonValueKind.Undefined }) return kept;
        var read = input.Audience.ValueKind is System.Text.Json.JsonValueKind.Undefined or System.Text.Json.JsonValueKind.Null ? Audience.All : AudienceJson.Read(input.Audience);
        var known = read.Refusal is null ? await audiences.Handle(read.Value, organiser, invitesTo: null, stop) : read;
        if (known.Refusal is not { } refusal) return known.Value;
        faults.Add(new("audience", refusal));
        return Audience.All;
    }

    /// <summary>Everyone may be nobody yet: the first person to write is one of them.</summary>
    private async Task<bool> IsNobody(Audience audience, CancellationToken stop) =>
        audience != Audience.All && await people.Count(audience, BroadcastKind.Event, stop) is { People: 0 };

    private async Task<string?> Email(MemberId? person, CancellationToken stop) =>
        person is { } id ? await db.Members.Where(m => m.Id == id).Select(m => m.Email).SingleOrDefaultAsync(stop) : null;

    private async Task<MemberId?> Person(string? email, CancellationToken stop)
    {
        var address = email?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(address) ? null
            : await db.Members.Where(m => m.Email == address && m.State != MemberState.Erased).Select(m => (MemberId?)m.Id).SingleOrDefaultAsync(stop);
    }
}

/// <summary>What was read, or what has to be mended.</summary>
internal sealed record WrittenEvent(EventPlan Plan, EventInstants Instants, Audience Audience, MemberId? Owner, MemberId? Host, IReadOnlyList<EventFault> Faults);

/// <summary>An event that was made or changed; or what has to be mended; or why not.</summary>
public sealed record EventMade(Event? Event, IReadOnlyList<EventFault> Faults, Refusal? Refusal)
{
    internal static EventMade Done(Event made) => new(made, [], null);

    internal static EventMade Faulty(IReadOnlyList<EventFault> faults) => new(null, faults, null);

    internal static EventMade Refused(Refusal why) => new(null, [], why);
}
