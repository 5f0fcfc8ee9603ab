using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>Requests may come again.</summary>
public sealed class ResumeRequests
{
    public Task<Result<Member>> Handle(MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
