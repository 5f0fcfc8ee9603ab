using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>The message was edited in the chat.</summary>
public sealed class EditFromMessage
{
    public Task<Result<Answer>> Handle(MemberId by, string sourceActivity, string text, Language language, CancellationToken stop) => throw new NotImplementedException();
}
