using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>What a taker has under way and had; one line for each problem that is still looking.</summary>
public sealed class ListIntroductions
{
    public Task<IReadOnlyList<IntroductionView>> Handle(MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
