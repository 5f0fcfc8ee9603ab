using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker lets an organiser broker by hand.</summary>
public sealed class AskOrganiser
{
    public Task<Result<Problem>> Handle(ProblemId problem, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
