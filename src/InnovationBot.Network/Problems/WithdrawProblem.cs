namespace InnovationBot.Network.Problems;

/// <summary>The owner takes the problem back; requests under way are withdrawn with a word.</summary>
public sealed class WithdrawProblem(CloseProblem close)
{
    public Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop) =>
        close.Handle(id, by, (problem, now) => problem.Withdraw(by, now), stop);
}
