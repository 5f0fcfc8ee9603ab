using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The giver names somebody else, or nobody.</summary>
public sealed class RedirectIntroduction
{
    public Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, SuggestionId? someoneElse, CancellationToken stop) => throw new NotImplementedException();
}
