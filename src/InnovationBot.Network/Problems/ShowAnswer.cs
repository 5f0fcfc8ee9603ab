namespace InnovationBot.Network.Problems;

/// <summary>What is now true for a problem: nothing is searched, and nothing is shown that may no longer be.</summary>
public sealed class ShowAnswer(NetworkDb db, Answers answers)
{
    /// <returns><see cref="Refusal.NotFound"/> also for somebody else's problem.</returns>
    public async Task<Result<Answer>> Handle(ProblemId id, MemberId by, CancellationToken stop) =>
        await db.ProblemOf(id, by, stop) is var (problem, owner) ? await answers.Show(problem, owner, stop) : Refusal.NotFound;
}
