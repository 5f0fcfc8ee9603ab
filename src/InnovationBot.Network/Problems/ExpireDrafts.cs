using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>Deletes what was asked 90 days ago and neither kept nor sent to anybody.</summary>
public sealed class ExpireDrafts(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Problems.Where(p => p.ExpiresDue <= now).OrderBy(p => p.ExpiresDue).Take(most).Select(p => p.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.Problems.FindAsync([id], stop) is not { } draft || !(draft.ExpiresDue <= now)) return false; // kept or sent meanwhile

            await db.Delete(draft, now, stop);
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}
