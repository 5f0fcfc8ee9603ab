using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>One introduction as one side may see it.</summary>
public sealed class ShowIntroduction
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
