using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>The numbers of an event, and who answered what.</summary>
public sealed class CountEvent(NetworkDb db, TimeProvider clock)
{
    /// <param name="by">None for the administrator of the machine, who sees everything but what people need to eat or to get in.</param>
    public async Task<Result<EventNumbers>> Handle(EventId id, MemberId? by, CancellationToken stop)
    {
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is not { } @event) return Refusal.NotFound;
        var member = by is { } known ? await db.MemberOf(known, stop) : null;
        var runs = member is not null && EventAccess.Runs(member, @event);
        if (by is not null && !runs) return Refusal.NotFound;

        var answers = await db.Registrations.AsNoTracking().Where(r => r.EventId == id)
            .Join(db.Members, r => r.MemberId, m => m.Id, (r, m) => new { Registration = r, m.Email, m.Name })
            .OrderBy(one => one.Registration.Number).ToListAsync(stop);
        var positions = answers.Where(one => one.Registration.State == RegistrationState.Waitlisted).OrderBy(one => one.Registration.Arrival)
            .Select((one, i) => (one.Registration.Id, Position: i + 1)).ToDictionary(one => one.Id, one => one.Position);
        return new EventNumbers(
            @event, @event.State(clock.GetUtcNow()),
            [.. answers.Select(one => new AnsweredEvent(
                one.Registration, one.Name, one.Email, positions.TryGetValue(one.Registration.Id, out var position) ? position : null,
                runs ? [.. one.Registration.Answers, .. one.Registration.Needs] : one.Registration.Answers))]) { MayInvite = member is not null && BroadcastRights.IsFree(member) };
    }
}

/// <param name="Answers">Only people who answered, in the order of their first answer.</param>
public sealed record EventNumbers(Event Event, EventState State, IReadOnlyList<AnsweredEvent> Answers)
{
    public int Going => Answers.Count(one => one.Registration.HasSeat);

    public int Waiting => Count(RegistrationState.Waitlisted);

    public int Offered => Count(RegistrationState.Offered);

    public int Declined => Count(RegistrationState.Declined);

    /// <summary>The reader may send messages to the whole network.</summary>
    public bool MayInvite { get; init; }

    private int Count(RegistrationState state) => Answers.Count(one => one.Registration.State == state);
}

/// <param name="Position">Among all who wait, 1 to n without gaps.</param>
/// <param name="Answers">With what the person needs, for whoever runs the event.</param>
public sealed record AnsweredEvent(Registration Registration, string Name, string? Email, int? Position, IReadOnlyList<EventAnswer> Answers);
