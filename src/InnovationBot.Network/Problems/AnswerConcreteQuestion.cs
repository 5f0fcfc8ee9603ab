using InnovationBot.Network.Turns;

namespace InnovationBot.Network.Problems;

/// <summary>Adds what the owner answered to the problem's text and searches again, without what was dismissed.</summary>
public sealed class AnswerConcreteQuestion(NetworkDb db, Answers answers)
{
    public Task<Result<Answer>> Handle(ProblemId id, MemberId by, string text, CancellationToken stop) => Handle(id, by, text, _ => text, stop);

    /// <param name="told">The text as it reads without the question.</param>
    public async Task<Result<Answer>> Handle(ProblemId id, MemberId by, string text, Func<Problem, string> told, CancellationToken stop)
    {
        var answer = await HandleUnsaved(id, by, text, told, stop);
        if (answer.Refusal is null) await db.SaveChangesAsync(stop);
        return answer;
    }

    /// <summary>The same, saved by the caller with what belongs to it: a search must not hold the store's write lock.</summary>
    internal async Task<Result<Answer>> HandleUnsaved(ProblemId id, MemberId by, string text, Func<Problem, string> told, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, owner)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(text)) return ProblemRefusals.TextMissing;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;

        problem.AddAnswer(told(problem).Trim());
        db.HandledAbout(id.Value);
        await db.Answered(by, id.Value, stop);
        return await answers.Find(problem, owner, stop);
    }
}
