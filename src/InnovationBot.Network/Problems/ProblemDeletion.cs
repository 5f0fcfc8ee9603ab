using InnovationBot.Network.Introductions;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>Deletes a problem with everything that only makes sense with it.</summary>
internal static class ProblemDeletion
{
    public static async Task Delete(this NetworkDb db, Problem problem, DateTimeOffset now, CancellationToken stop)
    {
        await RequestNotices.EndBrokering(db, problem.Id, now, stop);
        db.Suggestions.RemoveRange(await db.Suggestions.Where(s => s.ProblemId == problem.Id).ToListAsync(stop));
        db.CoalitionSeats.RemoveRange(await db.CoalitionSeats.Where(s => s.ProblemId == problem.Id).ToListAsync(stop));
        db.TryOuts.RemoveRange(await db.TryOuts.Where(t => t.ProblemId == problem.Id).ToListAsync(stop));
        await db.Answered(problem.OwnerId, problem.Id.Value, stop);
        db.Problems.Remove(problem);
    }
}
