using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Feedback;

/// <summary>The owner of a problem says of a suggested case that it helped, or did not fit, or takes that back.</summary>
public sealed class GiveFeedback(NetworkDb db, ISearch search, TimeProvider clock)
{
    /// <param name="helped"><c>null</c> takes back what was said.</param>
    /// <returns>The problem; <see cref="Refusal.NotFound"/> also for somebody else's suggestion.</returns>
    public async Task<Result<ProblemId>> Handle(SuggestionId id, MemberId by, bool? helped, CancellationToken stop)
    {
        if (await db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is not { CaseId: { } @case } suggestion
            || await db.ProblemOf(suggestion.ProblemId, by, stop) is not var (problem, _)) return Refusal.NotFound;

        var said = await db.CaseFeedbacks.FindAsync([id], stop);
        db.HandledAbout(problem.Id.Value);
        if (helped is not { } word)
        {
            if (said is not null) db.CaseFeedbacks.Remove(said);
        }
        else
        {
            if (said is null) db.CaseFeedbacks.Add(said = new CaseFeedback { Id = id, CaseId = @case });
            (said.Helped, said.At, said.About) = (word, clock.GetUtcNow(), [.. search.About(problem.Text, problem.Language)]);
        }

        await db.SaveChangesAsync(stop);
        return problem.Id;
    }
}
