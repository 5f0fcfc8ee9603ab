using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Ten working days after both said yes each is asked whether they talked, and whether it was useful.</summary>
public sealed class FollowUpIntroductions(NetworkDb db, IntroductionLocks locks, RequestNotices notices) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Introductions.Where(i => i.FollowUpDue <= now).OrderBy(i => i.FollowUpDue).Take(most).Select(i => i.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Introduction: var introduction } || !introduction.FollowUp(now)) return false;

            notices.TellLater(introduction.TakerId, IntroductionNotices.DidYouTalk, id.Value);
            notices.TellLater(introduction.GiverId, IntroductionNotices.DidYouTalk, id.Value);
            await held.Save(stop);
            return true;
        });
    }
}
