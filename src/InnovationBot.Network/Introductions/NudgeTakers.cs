using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Three working days after both said yes, when nobody said that they are in touch: one nudge, to the taker alone.</summary>
public sealed class NudgeTakers(NetworkDb db, IntroductionLocks locks, RequestNotices notices) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Introductions.Where(i => i.NudgeDue <= now).OrderBy(i => i.NudgeDue).Take(most).Select(i => i.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Introduction: var introduction } || !introduction.Nudge(now)) return false;

            notices.TellLater(introduction.TakerId, IntroductionNotices.InTouchNudge, id.Value);
            await held.Save(stop);
            return true;
        });
    }
}
