using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Seals the open segment of the audit log when a new one is due, and deletes the events of those kept long enough.</summary>
public sealed class DropAuditSegments(NetworkDb db, SettingsInForce settings) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var acted = 0;
        var open = await db.AuditSegments.AsNoTracking().Where(s => s.SealedAt == null).OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        if (open?.IsFull(now) == true && await AuditChain.SealWhenOld(db, now, stop)) acted++;

        var before = now - (await settings.Now(stop))[Kept.Audit];
        var over = await db.AuditSegments.AsNoTracking().Where(s => s.SealedAt <= before && s.DroppedAt == null).OrderBy(s => s.Number).Select(s => s.Number).Take(most).ToListAsync(stop);
        return acted + await db.Each(over, number => Drop(number, now, stop));
    }

    private async Task<bool> Drop(int number, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<AuditSegment>(number, stop) is not { SealedAt: not null, DroppedAt: null } segment) return false;
        segment.DroppedAt = now;
        await db.SaveChangesAsync(stop); // only then the store lets its events go
        await db.AuditEvents.Where(a => a.Segment == number).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }
}
