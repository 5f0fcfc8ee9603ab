namespace InnovationBot.Network.Problems;

/// <summary>Changes the text and searches again. What was sent to somebody stays as it was approved.</summary>
public sealed class EditProblem(NetworkDb db, Answers answers)
{
    public async Task<Result<Answer>> Handle(ProblemId id, MemberId by, string text, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, owner)) return Refusal.NotFound;
        if (problem.Edit(by, text) is { } refusal) return refusal;

        var answer = await answers.Find(problem, owner, stop);
        await db.SaveChangesAsync(stop);
        return answer;
    }
}
