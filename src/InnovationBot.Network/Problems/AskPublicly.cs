using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>An answer for a place many read.</summary>
public sealed class AskPublicly
{
    public Task<PublicAnswer> Handle(string text, Language language, CancellationToken stop) => throw new NotImplementedException();
}
