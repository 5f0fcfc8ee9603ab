using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>What is now true for a problem.</summary>
public sealed class ShowAnswer
{
    public Task<Result<Answer>> Handle(ProblemId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
