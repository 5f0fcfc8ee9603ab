using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>Kept open: its owner is told when something new arrives.</summary>
public sealed class KeepProblem
{
    public Task<Result<Problem>> Handle(ProblemId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
