using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>Known to the bot alone: these two are never matched again.</summary>
public sealed class NeverAgainWith
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
