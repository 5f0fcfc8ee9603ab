using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.TryOuts;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Objections;

/// <summary>Who has met this objection: cases that name it as what got in the way, those with a result first, one that did not work among them. Stores nothing.</summary>
public sealed class FindByObjection(NetworkDb db, TimeProvider clock)
{
    private const int Most = 3;

    /// <summary>The newest of so many are looked through.</summary>
    private const int LookedAt = 60;

    public async Task<IReadOnlyList<ListedCase>> Handle(Barrier barrier, MemberId by, CancellationToken stop)
    {
        var readable = db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(await db.ReaderOf(by, stop)));
        var met = await readable.Where(new CaseFilter { Barrier = barrier }, [], []).OrderByDescending(c => c.Year).ThenBy(c => c.Id).Take(LookedAt).ToListAsync(stop);
        var speaks = await db.MemberOf(by, stop) is { } member ? [member.Language, .. member.Languages] : Array.Empty<Language>();
        var best = met.OrderBy(c => HasFacts(c) ? 0 : 1).ThenBy(c => speaks.Contains(c.Language) ? 0 : 1).ThenByDescending(c => c.Year).ThenBy(c => c.Id.Value).ToList();
        var chosen = best.Take(Most).ToList();
        // What did not work is worth as much: it keeps the last place when there is one.
        if (chosen.Count == Most && !chosen.Exists(DidNotWork) && best.Find(DidNotWork) is { } lesson) chosen[^1] = lesson;

        List<ListedCase> listed = [];
        foreach (var one in chosen)
        {
            var (organisation, kind) = CaseShown.Of(one, await db.OrganisationOf(one.OrganisationId, stop));
            listed.Add(new ListedCase(one, organisation, kind) { Confirmation = Confirmation.Of(one, clock.GetUtcNow()) });
        }

        return listed;
    }

    /// <summary>What a message for a manager begins with: the newest open problem of the person, the case that tells most, the step they planned.</summary>
    /// <param name="barrier">The objection it answers, when there is one.</param>
    public async Task<PitchBeginning> Begin(Barrier? barrier, MemberId by, CancellationToken stop)
    {
        var problem = await db.Problems.AsNoTracking().Where(p => p.OwnerId == by && (p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying))
            .OrderByDescending(p => p.CreatedAt).FirstOrDefaultAsync(stop);
        var step = problem is null ? null : await db.TryOuts.AsNoTracking().Where(t => t.ProblemId == problem.Id && t.AnsweredAt == null && t.DroppedAt == null).Select(t => t.Step).FirstOrDefaultAsync(stop);
        ListedCase? evidence = barrier is { } met && await Handle(met, by, stop) is [var first, ..] ? first : null;
        if (evidence is null && problem is not null)
        {
            var readable = db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(await db.ReaderOf(by, stop)));
            var best = await readable.Where(c => db.Suggestions.Any(s => s.ProblemId == problem.Id && s.CaseId == c.Id && s.Current && !s.Dismissed && s.Slot == Slot.Best)).FirstOrDefaultAsync(stop);
            if (best is not null)
            {
                var (organisation, kind) = CaseShown.Of(best, await db.OrganisationOf(best.OrganisationId, stop));
                evidence = new ListedCase(best, organisation, kind);
            }
        }

        return new PitchBeginning(problem?.Text, evidence, step);
    }

    private static bool HasFacts(Case one) => one.Results.Count > 0 || !string.IsNullOrWhiteSpace(one.Result);

    private static bool DidNotWork(Case one) => one.Outcome is Outcome.Failed or Outcome.Partly or Outcome.StoppedEarly;
}

/// <param name="Problem">In the person's own words.</param>
/// <param name="Step">The small step they planned.</param>
public sealed record PitchBeginning(string? Problem, ListedCase? Evidence, string? Step);
