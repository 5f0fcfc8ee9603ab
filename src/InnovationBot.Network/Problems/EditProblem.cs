using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>Changes the text and searches again.</summary>
public sealed class EditProblem
{
    public Task<Result<Answer>> Handle(ProblemId id, MemberId by, string text, CancellationToken stop) => throw new NotImplementedException();
}
