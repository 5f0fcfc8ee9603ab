using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Turns;

namespace InnovationBot.Network.CheckIns;

/// <summary>Asked what has happened since, the person says that the problem is solved: both are over at once, and an answer it was.</summary>
public sealed class SolveFromCheckIn(NetworkDb db, CloseProblem close)
{
    /// <returns><see cref="Refusal.NotFound"/> for a check-in that asks about no problem.</returns>
    public async Task<Result<Problem>> Handle(CheckInId id, MemberId by, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { AboutId: { } about } checkIn || checkIn.MemberId != by) return Refusal.NotFound;

        var rhythm = await db.CheckInRhythms.FindAsync([by], stop);
        await db.Answered(by, id.Value, stop);
        return await close.Handle(about, by, (problem, now) =>
        {
            if (problem.Solve(by, now) is { } refusal) return refusal;
            if (checkIn.Solved(by, about, now) is null) rhythm?.Answered(now);
            return null;
        }, stop);
    }
}
