using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>The owner says that it is solved.</summary>
public sealed class SolveProblem
{
    public Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
