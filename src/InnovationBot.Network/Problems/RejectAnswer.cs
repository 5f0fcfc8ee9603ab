using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>
/// None of these fits: what was shown is not shown for this problem again, and one question is asked; its answer starts
/// the next search (<see cref="AnswerConcreteQuestion"/>).
/// </summary>
public sealed class RejectAnswer(NetworkDb db, Answers answers, TimeProvider clock)
{
    public async Task<Result<RejectedAnswer>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, owner)) return Refusal.NotFound;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;

        foreach (var shown in await db.Suggestions.Where(s => s.ProblemId == id && s.Current && !s.Dismissed).ToListAsync(stop))
        {
            shown.Dismissed = true;
        }

        var question = await answers.QuestionFor(problem, stop);
        await db.Ask(owner.Id, ProblemQuestions.Concretise, id.Value, clock.GetUtcNow(), stop);
        await db.SaveChangesAsync(stop);
        return new RejectedAnswer(problem, question);
    }
}

/// <param name="Question">Asked also when the text is concrete: then about the last time it happened.</param>
public sealed record RejectedAnswer(Problem Problem, ConcreteQuestion Question);
