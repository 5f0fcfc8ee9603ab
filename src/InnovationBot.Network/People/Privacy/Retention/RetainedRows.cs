using System.Linq.Expressions;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>A kind of data of which each row ends by itself.</summary>
/// <param name="key">Of the row.</param>
/// <param name="oldest">In which order they end: looked for each second, they are found by the index of that time.</param>
public abstract class RetainedRows<TRow, TId>(NetworkDb db, Kept kind, Expression<Func<TRow, TId>> key, Expression<Func<TRow, DateTimeOffset?>> oldest) : IRetention where TRow : class
{
    public Kept Kind => kind;

    protected NetworkDb Db => db;

    public Task<int> Count(DateTimeOffset before, CancellationToken stop) => db.Set<TRow>().CountAsync(Over(before), stop);

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop)
    {
        var over = Over(before);
        var ended = await db.Set<TRow>().AsNoTracking().Where(over).OrderBy(oldest).Take(most).Select(key).ToListAsync(stop);
        if (ended.Count == 0) return 0;

        var isOver = over.Compile();
        return await db.Each(ended, async id =>
        {
            if (await db.Set<TRow>().FindAsync([id], stop) is not { } row || !isOver(row)) return false;
            await End(row, now, stop);
            await db.SaveChangesAsync(stop);
            return true;
        });
    }

    /// <summary>What is kept long enough; read both by the store and of a row.</summary>
    protected abstract Expression<Func<TRow, bool>> Over(DateTimeOffset before);

    /// <summary>Saved by the caller.</summary>
    protected abstract Task End(TRow row, DateTimeOffset now, CancellationToken stop);
}

/// <summary>What was asked and neither kept nor sent to anybody.</summary>
public sealed class OldDrafts(NetworkDb db) : RetainedRows<Problem, ProblemId>(db, Kept.Drafts, p => p.Id, p => p.CreatedAt)
{
    protected override Expression<Func<Problem, bool>> Over(DateTimeOffset before) => p => p.State == ProblemState.Draft && p.CreatedAt <= before;

    protected override Task End(Problem row, DateTimeOffset now, CancellationToken stop) => Db.Delete(row, now, stop);
}

/// <summary>Problems that their owners solved or withdrew.</summary>
public sealed class ClosedProblems(NetworkDb db) : RetainedRows<Problem, ProblemId>(db, Kept.ClosedProblems, p => p.Id, p => p.ClosedAt)
{
    protected override Expression<Func<Problem, bool>> Over(DateTimeOffset before) => p => p.ClosedAt <= before;

    protected override Task End(Problem row, DateTimeOffset now, CancellationToken stop) => Db.Delete(row, now, stop);
}

/// <summary>
/// Introductions that ended, or that nobody said anything of since both said yes: who, what was written and what came of it go, the counts
/// stay as facts without a name. Answers that both left for others stand by themselves.
/// </summary>
public sealed class OldIntroductions(NetworkDb db) : RetainedRows<Introduction, IntroductionId>(db, Kept.Introductions, i => i.Id, i => i.CreatedAt)
{
    protected override Expression<Func<Introduction, bool>> Over(DateTimeOffset before) => i =>
        i.OutcomeDue == null && (i.EndedAt <= before || (i.EndedAt == null && i.IntroducedAt <= before));

    protected override async Task End(Introduction row, DateTimeOffset now, CancellationToken stop)
    {
        Db.TalkOutcomes.RemoveRange(await Db.TalkOutcomes.Where(o => o.IntroductionId == row.Id).ToListAsync(stop));
        Db.Introductions.Remove(row);
    }
}

/// <summary>What was answered to a check-in and never became a problem.</summary>
public sealed class OldCheckInTexts(NetworkDb db) : RetainedRows<CheckIn, CheckInId>(db, Kept.CheckIns, c => c.Id, c => c.WrittenAt)
{
    protected override Expression<Func<CheckIn, bool>> Over(DateTimeOffset before) => c => c.WrittenAt <= before;

    protected override Task End(CheckIn row, DateTimeOffset now, CancellationToken stop)
    {
        row.ForgetText();
        return Task.CompletedTask;
    }
}
