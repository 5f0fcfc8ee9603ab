using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>What is missing before this person can be asked. Stores nothing.</summary>
public sealed class DraftIntroduction
{
    public Task<Result<IntroductionDraft>> Handle(SuggestionId suggestion, MemberId by, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>The same for passing the problem to the contact point.</summary>
    public Task<Result<IntroductionDraft>> Handle(ProblemId problem, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}
