using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>Changes what was said about an event, or calls it off. Who signed up hears what changed, and only that.</summary>
public sealed class ChangeEvent(NetworkDb db, EventLocks locks, MakeEvent make, EventSeats seats, EventCards cards, TimeProvider clock)
{
    /// <param name="input">All of it, as it is to be.</param>
    public async Task<EventMade> Handle(EventId id, EventInput input, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(by, stop) is not { } member || !EventAccess.Runs(member, @event)) return EventMade.Refused(Refusal.NotFound);
        if (@event.Stage == EventStage.Cancelled) return EventMade.Refused(EventRefusals.NotOpen);

        var now = clock.GetUtcNow();
        var isPublished = @event.Stage == EventStage.Published;
        var written = await make.Read(input, member, isPublished, now, stop);
        var faults = written.Faults.Where(fault => !IsOld(fault, written, @event)).ToList();
        faults.AddRange(TooFewSeats(written.Plan, @event));
        if (faults.Count > 0) return EventMade.Faulty(faults);

        db.HandledAbout(id.Value);
        var changes = isPublished ? Changes(@event, written) : [];
        @event.Describe(written.Plan, written.Instants, now);
        (@event.ProblemOwnerId, @event.HostId, @event.Audience) = (written.Owner, written.Host, written.Audience);
        if (changes.Count > 0)
        {
            @event.Sequence++;
            await Announce(@event, changes, now, stop);
        }

        await seats.Refill(@event, stop); // there may be more of them now
        if (isPublished) await cards.Redraw(id, now, atOnce: true, stop);
        await held.Save(stop);
        return EventMade.Done(@event);
    }

    /// <param name="reason">In a sentence; everybody who signed up reads it.</param>
    public async Task<Result<Event>> Cancel(EventId id, string reason, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(by, stop) is not { } member || !EventAccess.Runs(member, @event)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(reason)) return EventRefusals.ReasonMissing;
        if (Markup.IsIn(reason)) return EventRefusals.HtmlInText;

        var now = clock.GetUtcNow();
        if (@event.Cancel(reason.Trim(), now) is { } refusal) return refusal;
        db.EventAnnouncements.Add(EventAnnouncement.Of(id, EventNotices.Cancelled, now));
        await cards.Redraw(id, now, atOnce: true, stop);
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.EventCancelled, by, null, now, id.ToString()));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return @event;
    }

    /// <summary>What people read differently from now on.</summary>
    internal static List<EventChange> Changes(Event before, WrittenEvent after)
    {
        var (one, other) = (before.Plan, after.Plan);
        List<EventChange> changes = [];
        Add(EventChange.Title, one.Title != other.Title);
        Add(EventChange.Time, one.Start != other.Start || one.End != other.End || one.Zone != other.Zone);
        Add(EventChange.Place, one.Place != other.Place);
        Add(EventChange.Link, one.Link != other.Link);
        Add(EventChange.Agenda, one.Agenda != other.Agenda);
        Add(EventChange.Host, one.Host != other.Host || before.HostId != after.Host);
        Add(EventChange.Problem, one.Problem != other.Problem || before.ProblemOwnerId != after.Owner);
        Add(EventChange.Languages, !one.Languages.SequenceEqual(other.Languages));
        Add(EventChange.Accessibility, one.Accessibility != other.Accessibility);
        Add(EventChange.Questions, !one.Questions.SequenceEqual(other.Questions));
        return changes;

        void Add(EventChange change, bool isOne)
        {
            if (isOne) changes.Add(change);
        }
    }

    /// <summary>What was announced a moment ago and no notice is made of yet is said together with this.</summary>
    private async Task Announce(Event @event, List<EventChange> changes, DateTimeOffset now, CancellationToken stop)
    {
        var waiting = await db.EventAnnouncements.FirstOrDefaultAsync(a => a.EventId == @event.Id && a.Kind == EventNotices.Changed && a.UpTo == 0, stop);
        var words = EventChanges.Write([.. EventChanges.Read(waiting?.Detail), .. changes]);
        if (waiting is not null) waiting.Detail = words;
        else db.EventAnnouncements.Add(EventAnnouncement.Of(@event.Id, EventNotices.Changed, now, words));
    }

    /// <summary>An event that has begun, or whose deadline is over, can still be described better.</summary>
    private static bool IsOld(EventFault fault, WrittenEvent written, Event before) =>
        (fault.Why == EventRefusals.StartPast && written.Instants.Start == before.StartsAt) || (fault.Why == EventRefusals.DeadlinePast && written.Instants.Deadline == before.ClosesAt);

    private static IEnumerable<EventFault> TooFewSeats(EventPlan plan, Event @event)
    {
        var onlineOnly = plan is { OnlineCapacity: not null, Place: null, Capacity: null };
        if (onlineOnly && @event.OnSiteTaken > 0) yield return new("place", EventRefusals.CapacityBelowTaken(@event.OnSiteTaken));
        else if (plan.Capacity < @event.OnSiteTaken) yield return new("capacity", EventRefusals.CapacityBelowTaken(@event.OnSiteTaken));
        if (plan.OnlineCapacity is null ? @event.OnlineTaken > 0 : plan.OnlineCapacity < @event.OnlineTaken) yield return new("online_capacity", EventRefusals.CapacityBelowTaken(@event.OnlineTaken));
    }
}

/// <summary>What changed about a published event.</summary>
public enum EventChange { Title, Time, Place, Link, Agenda, Host, Problem, Languages, Accessibility, Questions }

/// <summary>Changes as a notice's detail.</summary>
public static class EventChanges
{
    public static string Write(IEnumerable<EventChange> changes) => string.Join(',', changes.Distinct().Order().Select(change => Vocabulary.Write(change)));

    public static IReadOnlyList<EventChange> Read(string? detail) =>
        [.. (detail ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(word => Vocabulary.TryRead<EventChange>(word, out _)).Select(Vocabulary.Read<EventChange>)];
}
