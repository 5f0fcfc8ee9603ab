using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Network.Events;

/// <summary>Every act on an event or on who comes to it takes the event's row first, before it reads anything.</summary>
public sealed class EventLocks(NetworkDb db)
{
    /// <returns><c>null</c> for an id nobody has; then nothing is held.</returns>
    public Task<LockedEvent?> Take(EventId id, CancellationToken stop) => HeldRow.Take(
        db, async transaction => await db.Lock<Event>(id, stop) is { } @event ? new LockedEvent(db, transaction, @event) : null, stop);
}

/// <summary>One event within a transaction; rolled back unless saved.</summary>
public sealed record LockedEvent(NetworkDb Db, IDbContextTransaction Transaction, Event Event) : HeldRow(Db, Transaction)
{
    /// <summary>What this person answered, to be changed; none yet.</summary>
    public Task<Registration?> Of(MemberId member, CancellationToken stop) =>
        Db.Registrations.SingleOrDefaultAsync(r => r.EventId == Event.Id && r.MemberId == member, stop);
}
