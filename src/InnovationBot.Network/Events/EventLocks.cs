using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Network.Events;

/// <summary>Every act on an event or on who comes to it takes the event's row first, before it reads anything.</summary>
public sealed class EventLocks(NetworkDb db)
{
    /// <returns><c>null</c> for an id nobody has; then nothing is held.</returns>
    public async Task<LockedEvent?> Take(EventId id, CancellationToken stop)
    {
        var transaction = await db.BeginWrite(stop);
        try
        {
            if (await db.Lock<Event>(id, stop) is { } @event) return new LockedEvent(db, transaction, @event);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }

        await transaction.DisposeAsync();
        return null;
    }
}

/// <summary>One event within a transaction; rolled back unless saved.</summary>
public sealed record LockedEvent(NetworkDb Db, IDbContextTransaction Transaction, Event Event) : IAsyncDisposable
{
    /// <summary>What this person answered, to be changed; none yet.</summary>
    public Task<Registration?> Of(MemberId member, CancellationToken stop) =>
        Db.Registrations.SingleOrDefaultAsync(r => r.EventId == Event.Id && r.MemberId == member, stop);

    public async Task Save(CancellationToken stop)
    {
        await Db.SaveChangesAsync(stop);
        await Transaction.CommitAsync(stop);
    }

    public ValueTask DisposeAsync() => Transaction.DisposeAsync();
}
