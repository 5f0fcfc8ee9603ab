using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>None of these fits.</summary>
public sealed class RejectAnswer
{
    public Task<Result<RejectedAnswer>> Handle(ProblemId id, MemberId by, CancellationToken stop) => throw new NotImplementedException();
}

public sealed record RejectedAnswer(Problem Problem, ConcreteQuestion Question);
