using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>What became of the talk.</summary>
public sealed class ReportTalk
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, TalkReport report, CancellationToken stop) => throw new NotImplementedException();
}
