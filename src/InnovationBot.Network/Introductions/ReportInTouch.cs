using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The two are in touch.</summary>
public sealed class ReportInTouch
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
