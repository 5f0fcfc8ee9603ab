using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>Nothing fits: the network's contact point is asked, in the same way as a person.</summary>
public sealed class PassToContactPoint
{
    public sealed record Request(ProblemId Problem, MemberId By, AskTerms Terms);

    public Task<Result<IntroductionView>> Handle(Request request, CancellationToken stop) => throw new NotImplementedException();
}
