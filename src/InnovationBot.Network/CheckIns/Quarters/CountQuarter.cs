using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns.Quarters;

/// <summary>After the end of each quarter counts, once, what came of its check-ins: people, by the rule of figures.</summary>
public sealed class CountQuarter(NetworkDb db, ShowFigures figures) : IDueWork
{
    private static readonly TimeSpan AppealsLately = TimeSpan.FromDays(180);

    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) => db.EachRound(
        "checkins.quarter", TimeSpan.FromDays(1), now, most,
        async () => await db.QuarterFigures.AnyAsync(f => f.Quarter == Quarter.Before(now).ToString(), stop) ? [] : new List<Quarter> { Quarter.Before(now) },
        quarter => Count(quarter, now, stop), stop);

    private async Task<bool> Count(Quarter quarter, DateTimeOffset now, CancellationToken stop)
    {
        var (from, until) = (quarter.From, quarter.Until);
        var told = await db.CheckIns.AsNoTracking().Where(c => c.AnsweredAt >= from && c.AnsweredAt < until && c.ProblemId != null)
            .Join(db.Problems, c => c.ProblemId, p => (ProblemId?)p.Id, (c, p) => new
            {
                p.OwnerId, p.State, p.Tasks, p.Id,
                Found = db.Suggestions.Any(s => s.ProblemId == p.Id && s.Slot != Slot.PassOn && (p.Fit == Fit.Fits || s.Slot == Slot.News)), // not the nearest, which was shown as just that
                Tried = db.TryOuts.Any(t => t.ProblemId == p.Id) || db.TalkOutcomes.Any(o => o.ProblemId == p.Id && (o.Status == ReuseStatus.Testing || o.Status == ReuseStatus.Implemented)),
            }).ToListAsync(stop);
        var shown = await figures.Handle($"quarter:{quarter}", [
            await Crowd.Of(db, [.. told.Select(p => p.OwnerId).Distinct()], stop),
            await Crowd.Of(db, [.. told.Where(p => p.Found).Select(p => p.OwnerId).Distinct()], stop),
            await Crowd.Of(db, [.. told.Where(p => p.Tried || p.State == ProblemState.Trying).Select(p => p.OwnerId).Distinct()], stop),
            await Crowd.Of(db, [.. told.Where(p => p.State == ProblemState.Solved).Select(p => p.OwnerId).Distinct()], stop),
        ], stop);

        string? task = null;
        foreach (var theme in told.Where(p => !p.Found).SelectMany(p => p.Tasks.Select(one => (Task: one, p.OwnerId))).GroupBy(one => one.Task)
            .OrderByDescending(group => group.Select(one => one.OwnerId).Distinct().Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            if (!(await Crowd.Of(db, [.. theme.Select(one => one.OwnerId).Distinct()], stop)).IsLargeEnough) break;
            task = theme.Key;
            break;
        }

        var unanswered = told.Where(p => !p.Found && task is not null && p.Tasks.Contains(task)).Select(p => p.Id).ToList();
        db.QuarterFigures.Add(new QuarterFigures
        {
            Quarter = quarter.ToString(), Came = shown[0], Found = shown[1], Tried = shown[2], Solved = shown[3], UnansweredTask = task, CountedAt = now,
            Holder = task is null ? ThemeHolder.Organisers
                : await db.DeskItems.AnyAsync(i => unanswered.Contains(i.ProblemId) && i.State != DeskItemState.Closed && i.ClaimedById != null, stop) ? ThemeHolder.ContactPoint
                : await db.TaskAppeals.AnyAsync(a => a.Task == task && a.AskedAt > now - AppealsLately, stop) ? ThemeHolder.PeopleAsked
                : ThemeHolder.Organisers,
        });
        await db.SaveChangesAsync(stop);
        return true;
    }
}
