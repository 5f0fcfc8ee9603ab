namespace InnovationBot.Network.Problems;

/// <summary>The owner says that it is solved; requests under way are withdrawn with a word.</summary>
public sealed class SolveProblem(CloseProblem close)
{
    public Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop) =>
        close.Handle(id, by, (problem, now) => problem.Solve(by, now), stop);
}
