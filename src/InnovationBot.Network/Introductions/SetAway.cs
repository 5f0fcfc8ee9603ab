using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>Away until; open requests are passed on at once.</summary>
public sealed class SetAway
{
    public Task<Result<Member>> Handle(MemberId by, DateTimeOffset? until, CancellationToken stop) => throw new NotImplementedException();
}
