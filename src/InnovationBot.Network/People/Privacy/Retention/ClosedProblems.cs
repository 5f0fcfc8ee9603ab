using InnovationBot.Network.Problems;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>Problems that their owners solved or withdrew.</summary>
public sealed class ClosedProblems(NetworkDb db) : IRetention
{
    public Kept Kind => Kept.ClosedProblems;

    public Task<int> Count(DateTimeOffset before, CancellationToken stop) => Over(before).CountAsync(stop);

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop) =>
        await db.Each(await Over(before).OrderBy(p => p.ClosedAt).Take(most).Select(p => p.Id).ToListAsync(stop), async id =>
        {
            if (await db.Problems.FindAsync([id], stop) is not { } problem || !(problem.ClosedAt < before)) return false;
            await db.Delete(problem, now, stop);
            await db.SaveChangesAsync(stop);
            return true;
        });

    private IQueryable<Problem> Over(DateTimeOffset before) => db.Problems.Where(p => p.ClosedAt < before);
}
