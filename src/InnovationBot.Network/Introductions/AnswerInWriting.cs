using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The giver answers in writing.</summary>
public sealed class AnswerInWriting
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, string text, CancellationToken stop) => throw new NotImplementedException();
}
