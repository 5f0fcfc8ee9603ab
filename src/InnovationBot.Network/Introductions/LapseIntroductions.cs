using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>
/// After five working days without a word the next person is asked, and the one who stayed silent may still say yes. A
/// question of the giver that the taker left unanswered for as long withdraws the request.
/// </summary>
public sealed class LapseIntroductions(NetworkDb db, IntroductionLocks locks, Successors successors, RequestNotices notices) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Introductions.Where(i => i.LapseDue <= now).OrderBy(i => i.LapseDue).Take(most).Select(i => i.Id).ToListAsync(stop);
        return await db.Each(due, id => Lapse(id, now, stop));
    }

    private async Task<bool> Lapse(IntroductionId id, DateTimeOffset now, CancellationToken stop)
    {
        var candidates = await successors.Find(id, stop);
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction, Problem: var problem } || !introduction.Lapse(now)) return false;

        var takerWasSilent = introduction.State == IntroductionState.Withdrawn;
        await notices.EndRequest(introduction, tellGiver: takerWasSilent, stop);
        if (takerWasSilent) notices.TellLater(introduction.TakerId, IntroductionNotices.Withdrawn, id.Value);
        else await successors.AskNext(introduction, problem, candidates, stop);
        await held.Save(stop);
        return true;
    }
}
