using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>Seals the open segment of the audit log when a new one is due, also while nothing happens.</summary>
public sealed class SealAuditSegments(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var open = await db.AuditSegments.AsNoTracking().Where(s => s.SealedAt == null).OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        return open?.IsFull(now) == true && await AuditChain.SealWhenOld(db, now, stop) ? 1 : 0;
    }
}

/// <summary>Events of the audit log, a sealed segment at a time: its two end hashes stay.</summary>
public sealed class OldAudit(NetworkDb db) : IRetention
{
    public Kept Kind => Kept.Audit;

    public Task<int> Count(DateTimeOffset before, CancellationToken stop)
    {
        var over = Over(before);
        return db.AuditEvents.CountAsync(a => over.Any(s => s.Number == a.Segment), stop);
    }

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop)
    {
        var gone = 0;
        await db.Each(await Over(before).OrderBy(s => s.Number).Select(s => s.Number).Take(most).ToListAsync(stop), async number =>
        {
            await using var transaction = await db.BeginWrite(stop);
            if (await db.Lock<AuditSegment>(number, stop) is not { SealedAt: not null, DroppedAt: null } segment) return false;
            segment.DroppedAt = now;
            await db.SaveChangesAsync(stop); // only then the store lets its events go
            var events = await db.AuditEvents.Where(a => a.Segment == number).ExecuteDeleteAsync(stop);
            await transaction.CommitAsync(stop);
            gone += events;
            return true;
        });
        return gone;
    }

    private IQueryable<AuditSegment> Over(DateTimeOffset before) => db.AuditSegments.AsNoTracking().Where(s => s.SealedAt <= before && s.DroppedAt == null);
}
