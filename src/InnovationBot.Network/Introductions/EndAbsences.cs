using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>An absence or a pause has run out: requests may come again, and whoever keeps a copy of the person hears of it.</summary>
public sealed class EndAbsences(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Members
            .Where(m => m.AwayUntil <= now || m.PausedUntil <= now)
            .OrderBy(m => m.AwayUntil).Take(most).Select(m => m.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.MemberOf(id, stop) is not { } member || !member.EndAbsence(now)) return false;

            db.Changes.Add(Change.Of(ChangedKind.Member, id.Value, now));
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}
