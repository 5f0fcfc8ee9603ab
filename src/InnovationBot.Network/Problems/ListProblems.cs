using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>What somebody asked and has not let expire, newest first.</summary>
public sealed class ListProblems
{
    public Task<IReadOnlyList<ProblemOverview>> Handle(MemberId by, CancellationToken stop) => throw new NotImplementedException();
}

/// <param name="Looking">A request is under way.</param>
public sealed record ProblemOverview(Problem Problem, bool Looking, int Introduced, bool MayAskOrganiser);
