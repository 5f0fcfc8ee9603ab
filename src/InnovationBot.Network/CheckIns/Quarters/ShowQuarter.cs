using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns.Quarters;

/// <summary>What stands before the question of a check-in once a quarter: first the person's own problem that had no news, then what came of everybody's.</summary>
public sealed class ShowQuarter(NetworkDb db, TimeProvider clock)
{
    /// <summary>Nothing found, nobody introduced, nothing tried for so long.</summary>
    public static readonly TimeSpan NoNews = TimeSpan.FromDays(90);

    /// <returns>None for a check-in without it.</returns>
    public async Task<QuarterView?> Handle(CheckIn checkIn, CancellationToken stop)
    {
        if (Quarter.Read(checkIn.Quarter) is not { } quarter || await db.QuarterFigures.AsNoTracking().SingleOrDefaultAsync(f => f.Quarter == checkIn.Quarter, stop) is not { } figures) return null;

        var (member, since) = (checkIn.MemberId, clock.GetUtcNow() - NoNews);
        var quiet = await db.Problems.AsNoTracking()
            .Where(p => p.OwnerId == member && p.CreatedAt <= since && (p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying))
            .Where(p => !db.Suggestions.Any(s => s.ProblemId == p.Id && s.CreatedAt > since) && !db.Introductions.Any(i => i.ProblemId == p.Id && i.CreatedAt > since)
                && !db.TryOuts.Any(t => t.ProblemId == p.Id && t.CreatedAt > since))
            .OrderBy(p => p.CreatedAt).FirstOrDefaultAsync(stop);
        return new QuarterView(checkIn, quarter, figures, quiet);
    }

    /// <summary>The quarter to tell somebody of with their next question: the last one, when it is counted, once, for whoever answered before its end.</summary>
    internal static async Task<string?> Due(NetworkDb db, CheckInRhythm rhythm, DateTimeOffset now, CancellationToken stop)
    {
        var last = Quarter.Before(now);
        var (quarter, until) = (last.ToString(), last.Until);
        return rhythm.QuarterTold != quarter && await db.CheckIns.AnyAsync(c => c.MemberId == rhythm.MemberId && c.AnsweredAt < until, stop)
            && await db.QuarterFigures.AnyAsync(f => f.Quarter == quarter, stop) ? quarter : null;
    }
}

/// <param name="Quiet">The person's own problem of which there was no news.</param>
public sealed record QuarterView(CheckIn CheckIn, Quarter Quarter, QuarterFigures Figures, Problem? Quiet);
