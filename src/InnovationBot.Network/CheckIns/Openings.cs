using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>Chooses the question a check-in begins with: each in turn, and in between what came of a problem that is still open.</summary>
public sealed class Openings(NetworkDb db)
{
    /// <summary>A problem asked about once is left alone for so long.</summary>
    private static readonly TimeSpan SameProblemAgain = TimeSpan.FromDays(90);

    private static readonly OpeningQuestion[] InTurn = [OpeningQuestion.InTheWay, OpeningQuestion.WhoWaited, OpeningQuestion.DoneTwice, OpeningQuestion.Stopped];

    public async Task<(OpeningQuestion Opening, ProblemId? About)> Next(MemberId member, OpeningQuestion? last, DateTimeOffset now, CancellationToken stop)
    {
        if (last is not null and not OpeningQuestion.SinceLastTime && await Stuck(member, now, stop) is { } problem) return (OpeningQuestion.SinceLastTime, problem);

        var before = last is OpeningQuestion.SinceLastTime or null
            ? await db.CheckIns.Where(c => c.MemberId == member && c.Opening != OpeningQuestion.SinceLastTime).OrderByDescending(c => c.CreatedAt)
                .Select(c => (OpeningQuestion?)c.Opening).FirstOrDefaultAsync(stop)
            : last;
        return (InTurn[before is { } known ? (Array.IndexOf(InTurn, known) + 1) % InTurn.Length : 0], null);
    }

    private async Task<ProblemId?> Stuck(MemberId member, DateTimeOffset now, CancellationToken stop)
    {
        var (newest, asked) = (now.AddDays(-14), now - SameProblemAgain);
        var found = await db.Problems
            .Where(p => p.OwnerId == member && p.CreatedAt <= newest && (p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying))
            .Where(p => !db.CheckIns.Any(c => c.MemberId == member && c.AboutId == p.Id && c.CreatedAt > asked))
            .OrderBy(p => p.CreatedAt).Select(p => (ProblemId?)p.Id).FirstOrDefaultAsync(stop);
        return found;
    }
}
