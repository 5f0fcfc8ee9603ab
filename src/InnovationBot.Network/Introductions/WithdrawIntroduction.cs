using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker takes the request back.</summary>
public sealed class WithdrawIntroduction
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
