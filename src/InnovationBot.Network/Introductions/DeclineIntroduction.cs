using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The giver says no.</summary>
public sealed class DeclineIntroduction
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, DeclineReason reason, CancellationToken stop) => throw new NotImplementedException();
}
