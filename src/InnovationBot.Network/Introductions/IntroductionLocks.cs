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
    public Task<LockedIntroduction?> Take(IntroductionId id, CancellationToken stop) => HeldRow.Take(
        db,
        async transaction =>
        {
            if (await db.Introductions.Where(i => i.Id == id).Select(i => (ProblemId?)i.ProblemId).SingleOrDefaultAsync(stop) is not { } known) return null;
            var problem = await db.Lock<Problem>(known, stop);
            return await db.Lock<Introduction>(id, stop) is { } introduction ? new LockedIntroduction(db, transaction, introduction, problem) : null;
        },
        stop);
}

/// <summary>One introduction and its problem within a transaction; rolled back unless saved.</summary>
/// <param name="Problem">None when its owner was erased.</param>
public sealed record LockedIntroduction(NetworkDb Db, IDbContextTransaction Transaction, Introduction Introduction, Problem? Problem) : HeldRow(Db, Transaction);
