using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Network.Introductions;

/// <summary>
/// Every act on an introduction takes its problem's row first: one request for a problem ends and the next begins without
/// anybody coming between. Then the giver's row where their limits count.
/// </summary>
public sealed class IntroductionLocks(NetworkDb db)
{
    /// <returns><c>null</c> for an id nobody has; then nothing is held.</returns>
    public async Task<LockedIntroduction?> Take(IntroductionId id, CancellationToken stop)
    {
        var transaction = await db.BeginWrite(stop);
        try
        {
            var problemId = await db.Introductions.Where(i => i.Id == id).Select(i => (ProblemId?)i.ProblemId).SingleOrDefaultAsync(stop);
            if (problemId is { } known)
            {
                var problem = await db.Lock<Problem>(known, stop);
                if (await db.Lock<Introduction>(id, stop) is { } introduction) return new LockedIntroduction(db, transaction, introduction, problem);
            }
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }

        await transaction.DisposeAsync();
        return null;
    }
}

/// <summary>One introduction and its problem within a transaction; rolled back unless saved.</summary>
/// <param name="Problem">None when its owner was erased.</param>
public sealed record LockedIntroduction(NetworkDb Db, IDbContextTransaction Transaction, Introduction Introduction, Problem? Problem) : IAsyncDisposable
{
    public async Task Save(CancellationToken stop)
    {
        await Db.SaveChangesAsync(stop);
        await Transaction.CommitAsync(stop);
    }

    public ValueTask DisposeAsync() => Transaction.DisposeAsync();
}
