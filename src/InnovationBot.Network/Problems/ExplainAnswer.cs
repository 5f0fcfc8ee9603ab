using InnovationBot.Network.Problems.Feedback;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>Why each thing of an answer is in it: its reasons, the parts its place comes from, and what readers said.</summary>
public sealed class ExplainAnswer(NetworkDb db, Answers answers, Feedbacks feedbacks, ISearch search)
{
    /// <param name="id">None: the newest problem of the person that has an answer.</param>
    /// <param name="by">Its owner; to everybody else it is not there.</param>
    public async Task<Result<ExplainedAnswer>> Handle(ProblemId? id, MemberId by, CancellationToken stop)
    {
        var wanted = id ?? await db.Problems.Where(p => p.OwnerId == by && db.Suggestions.Any(s => s.ProblemId == p.Id && s.Current))
            .OrderByDescending(p => p.CreatedAt).Select(p => (ProblemId?)p.Id).FirstOrDefaultAsync(stop);
        if (wanted is not { } problemId || await db.ProblemOf(problemId, by, stop) is not var (problem, owner)) return Refusal.NotFound;

        var answer = await answers.Show(problem, owner, stop);
        var suggestions = answer.Cases.Select(one => one.Suggestion.Id).ToList();
        var said = await db.CaseFeedbacks.AsNoTracking().Where(one => suggestions.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Helped, stop);
        var counts = await feedbacks.Of([.. answer.Cases.Select(one => one.Case.Id)], [.. search.About(problem.Text, problem.Language)], stop);
        return new ExplainedAnswer(answer, said, counts);
    }
}

/// <param name="Said">What the owner said of a suggested case: it helped, or did not fit.</param>
/// <param name="Counts">What all readers with such problems said, by case.</param>
public sealed record ExplainedAnswer(Answer Answer, IReadOnlyDictionary<SuggestionId, bool> Said, IReadOnlyDictionary<CaseId, FeedbackCount> Counts);
