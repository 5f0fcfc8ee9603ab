using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker approves the text and the request is on its way.</summary>
public sealed class SendIntroduction
{
    public sealed record Request(SuggestionId Suggestion, MemberId By, AskTerms Terms);

    public Task<Result<IntroductionView>> Handle(Request request, CancellationToken stop) => throw new NotImplementedException();
}
