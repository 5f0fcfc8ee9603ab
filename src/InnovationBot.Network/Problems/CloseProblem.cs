using InnovationBot.Network.Introductions;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>A problem is over: nobody is asked about it any more, and whoever was hears that it is no longer needed.</summary>
public sealed class CloseProblem(NetworkDb db, RequestNotices notices, Opened.HelpOffers offers, TimeProvider clock)
{
    public async Task<Result<Problem>> Handle(ProblemId id, MemberId by, Func<Problem, DateTimeOffset, Refusal?> close, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Problem>(id, stop) is not { } problem || problem.OwnerId != by) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        if (close(problem, now) is { } refusal) return refusal;
        await RequestNotices.EndBrokering(db, id, now, stop);

        foreach (var asked in await db.Introductions.Where(i => i.ProblemId == id).ToListAsync(stop))
        {
            var waited = asked.IsOpen;
            if (asked.NoLongerNeeded(now)) await notices.EndRequest(asked, tellGiver: waited, stop);
        }

        await offers.EndAll(id, stop);
        foreach (var item in await db.DeskItems.Where(i => i.ProblemId == id && i.State != Desk.DeskItemState.Closed).ToListAsync(stop))
        {
            item.Close(by, Desk.DeskItemEnd.TakenBack, now);
            await Desk.DeskNotices.RedrawAtDesk(db, item, now, stop);
        }

        await db.Answered(by, id.Value, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return problem;
    }
}
