using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker, answered in writing, would like to talk.</summary>
public sealed class TalkAfterAll
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
