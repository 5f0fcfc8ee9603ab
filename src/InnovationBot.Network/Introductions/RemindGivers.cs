using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>After two working days without a word: one reminder as a new message, since an update in place notifies nobody; the older card shrinks to a line.</summary>
public sealed class RemindGivers(NetworkDb db, IntroductionLocks locks, RequestNotices notices) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Introductions.Where(i => i.ReminderDue <= now).OrderBy(i => i.ReminderDue).Take(most).Select(i => i.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Introduction: var introduction } || !introduction.Remind(now)) return false;

            notices.Remind(introduction);
            await notices.Redraw(introduction, introduction.GiverId, stop);
            await held.Save(stop);
            return true;
        });
    }
}
