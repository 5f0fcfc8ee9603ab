using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>Kept open: its owner is told when something new arrives. Kept twice is kept once.</summary>
public sealed class KeepProblem(NetworkDb db, TimeProvider clock)
{
    public async Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, _)) return Refusal.NotFound;

        var soFar = await db.Changes.MaxAsync(c => (long?)c.Sequence, stop) ?? 0;
        if (problem.Keep(by, clock.GetUtcNow(), soFar) is { } refusal) return refusal;

        await db.SaveChangesAsync(stop);
        return problem;
    }
}
