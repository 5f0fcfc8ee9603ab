using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>The message was deleted in the chat.</summary>
public sealed class DeleteFromMessage
{
    public Task<Refusal?> Handle(MemberId by, string sourceActivity, CancellationToken stop) => throw new NotImplementedException();
}
