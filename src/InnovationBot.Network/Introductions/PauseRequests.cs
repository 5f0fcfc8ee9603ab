using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>No more requests, until an instant or until resumed; open ones are passed on at once.</summary>
public sealed class PauseRequests
{
    public Task<Result<Member>> Handle(MemberId by, DateTimeOffset? until, CancellationToken stop) => throw new NotImplementedException();
}
