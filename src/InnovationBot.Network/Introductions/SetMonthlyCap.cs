using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>At most so many requests a month.</summary>
public sealed class SetMonthlyCap
{
    public Task<Result<Member>> Handle(MemberId by, int requests, CancellationToken stop) => throw new NotImplementedException();
}
