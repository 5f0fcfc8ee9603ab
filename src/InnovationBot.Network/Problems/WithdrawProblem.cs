using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>The owner takes the problem back.</summary>
public sealed class WithdrawProblem
{
    public Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
