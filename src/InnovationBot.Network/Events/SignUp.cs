using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>Somebody comes, cannot come, gives the seat back, or answers what the organiser asks. Pressed twice is pressed once.</summary>
public sealed class SignUp(NetworkDb db, EventLocks locks, EventSeats seats, EventAccess access, EventViews views, EventCards cards, TimeProvider clock)
{
    /// <param name="id">Which event.</param>
    /// <param name="by">Sender of the authenticated activity.</param>
    /// <param name="seat">None = the usual one, or the one the person has.</param>
    /// <param name="answers">By label; what is not there stays as it was.</param>
    public async Task<Result<EventView>> Go(EventId id, MemberId by, Seat? seat, IReadOnlyDictionary<string, string> answers, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is null || await Begin(held, by, stop) is not var (@event, registration)) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        if (@event.Stage != EventStage.Published) return EventRefusals.NotOpen;
        if (@event.HasStarted(now)) return EventRefusals.Over;
        if (@event.ClosesAt <= now && registration is not { Follows: true }) return EventRefusals.SignUpClosed;

        var (before, wasFull) = (registration?.State, @event.IsFull);
        var left = registration is { HoldsSeat: true } ? registration.Seat : (Seat?)null;
        registration ??= db.Registrations.Add(@event.Begin(by, now)).Entity;
        if (@event.Admit(registration, seat ?? (registration.Follows ? registration.Seat : @event.UsualSeat), now) is { } refusal) return refusal;
        Answer(@event, registration, answers);
        if (left is { } other && other != registration.Seat) await seats.Refill(@event, stop);
        return await Saved(held, registration, before, wasFull, stop);
    }

    public Task<Result<EventView>> Decline(EventId id, MemberId by, CancellationToken stop) => Leave(id, by, RegistrationState.Declined, stop);

    /// <summary>Gives the seat, or the place in the queue, back.</summary>
    public Task<Result<EventView>> Free(EventId id, MemberId by, CancellationToken stop) => Leave(id, by, RegistrationState.Cancelled, stop);

    /// <summary>Answers questions after having signed up.</summary>
    public async Task<Result<EventView>> Answer(EventId id, MemberId by, IReadOnlyDictionary<string, string> answers, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is null || await Begin(held, by, stop) is not ({ } @event, { Follows: true } registration)) return Refusal.NotFound;
        if (@event.EndsAt <= clock.GetUtcNow()) return EventRefusals.Over;
        Answer(@event, registration, answers);
        return await Saved(held, registration, registration.State, @event.IsFull, stop);
    }

    /// <summary>The organiser signs somebody up who asked otherwise; the person is told.</summary>
    public async Task<Result<EventView>> Other(EventId id, MemberId organiser, string email, Seat? seat, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(organiser, stop) is not { } by || !EventAccess.Runs(by, @event)) return Refusal.NotFound;
        var address = email.Trim().ToLowerInvariant();
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Email == address && m.State != MemberState.Erased, stop) is not { } person) return PeopleRefusals.PersonUnknown;

        var now = clock.GetUtcNow();
        if (@event.Stage != EventStage.Published) return EventRefusals.NotOpen;
        if (@event.EndsAt <= now) return EventRefusals.Over;
        var registration = await held.Of(person.Id, stop);
        if (registration is { HasSeat: true }) return await views.Of(@event, by, stop);
        registration ??= db.Registrations.Add(@event.Begin(person.Id, now)).Entity;
        db.HandledAbout(id.Value);
        if (@event.AdmitPastQueue(registration, seat ?? @event.UsualSeat, now) is { } refusal) return refusal;

        db.Notices.Add(Notice.To(person.Id, EventNotices.SignedUp, id.Value, now, NoticeTiming.AtOnce, NoticePriority.EventChange));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.EventSignedUp, organiser, person.Id, now));
        await cards.Redraw(id, now, @event.IsFull, stop);
        await held.Save(stop);
        return await views.Of(@event, by, stop);
    }

    /// <summary>The organiser takes somebody off the list; the person is told.</summary>
    public async Task<Result<EventView>> Remove(EventId id, MemberId organiser, RegistrationId who, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Event: var @event } || await db.MemberOf(organiser, stop) is not { } by || !EventAccess.Runs(by, @event)) return Refusal.NotFound;
        if (await db.Registrations.SingleOrDefaultAsync(r => r.Id == who && r.EventId == id, stop) is not { } registration) return Refusal.NotFound;
        if (!registration.Follows) return await views.Of(@event, by, stop);

        var now = clock.GetUtcNow();
        db.HandledAbout(id.Value);
        @event.Release(registration);
        registration.Cancel(now);
        db.Notices.Add(Notice.To(registration.MemberId, EventNotices.Removed, id.Value, now, NoticeTiming.AtOnce, NoticePriority.EventChange));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.EventRemoved, organiser, registration.MemberId, now));
        await seats.Refill(@event, stop);
        await cards.Redraw(id, now, atOnce: false, stop);
        await held.Save(stop);
        return await views.Of(@event, by, stop);
    }

    private async Task<Result<EventView>> Leave(EventId id, MemberId by, RegistrationState to, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is null || await Begin(held, by, stop) is not var (@event, registration)) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        if (@event.Stage != EventStage.Published) return EventRefusals.NotOpen;
        if (@event.EndsAt <= now) return EventRefusals.Over;
        var (before, wasFull) = (registration?.State, @event.IsFull);
        if (before == to || (to == RegistrationState.Cancelled && registration is not { Follows: true })) return await views.Of(@event, by, stop);
        registration ??= db.Registrations.Add(@event.Begin(by, now)).Entity;
        @event.Release(registration);
        if (to == RegistrationState.Declined) registration.Decline(now);
        else registration.Cancel(now);
        await seats.Refill(@event, stop);
        return await Saved(held, registration, before, wasFull, stop);
    }

    private async Task<(Event, Registration?)?> Begin(LockedEvent held, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return null;
        var @event = held.Event;
        db.HandledAbout(@event.Id.Value);
        var registration = await held.Of(by, stop);
        return await access.Sees(member, @event, registration, stop) ? (@event, registration) : null;
    }

    private async Task<Result<EventView>> Saved(LockedEvent held, Registration registration, RegistrationState? before, bool wasFull, CancellationToken stop)
    {
        if (before != registration.State) await cards.Redraw(held.Event.Id, clock.GetUtcNow(), held.Event.IsFull != wasFull, stop);
        await held.Save(stop);
        var isLast = before != RegistrationState.Waitlisted && registration.State == RegistrationState.Waitlisted;
        return await views.Of(held.Event, registration, isLast ? held.Event.Waiting(registration.Seat) : null, stop);
    }

    private static void Answer(Event @event, Registration registration, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var question in @event.Plan.Questions)
        {
            if (!answers.TryGetValue(question.Label, out var text)) continue;
            if (question.Kind == EventQuestionKind.Choice && text.Length > 0 && !question.Choices.Contains(text)) continue; // no card of ours offers it
            if (question.IsNeed) registration.Needs = Replaced(registration.Needs, question.Label, text);
            else registration.Answers = Replaced(registration.Answers, question.Label, text);
        }
    }

    private static List<EventAnswer> Replaced(List<EventAnswer> answers, string label, string text) =>
        [.. answers.Where(answer => answer.Label != label), .. text.Length > 0 ? [new EventAnswer(label, text)] : Array.Empty<EventAnswer>()];
}
