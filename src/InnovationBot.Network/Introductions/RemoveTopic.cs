using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>Takes a topic or offer off the giver's profile.</summary>
public sealed class RemoveTopic
{
    public Task<Result<Member>> Handle(IntroductionId id, MemberId by, string topic, CancellationToken stop) => throw new NotImplementedException();
}
