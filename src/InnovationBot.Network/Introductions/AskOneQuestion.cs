using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The giver asks one question.</summary>
public sealed class AskOneQuestion
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, string text, CancellationToken stop) => throw new NotImplementedException();
}
