using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker answers it.</summary>
public sealed class AnswerQuestion
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, string text, CancellationToken stop) => throw new NotImplementedException();
}
