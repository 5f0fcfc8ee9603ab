using InnovationBot.Network;
using InnovationBot.Network.Cases.Reuses;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Cases;

/// <summary>Remembers, once a message was sent, which case stands first on it, so that a like of it counts.</summary>
public sealed class ShownCases(IServiceScopeFactory scopes)
{
    public async Task Remember(string activity, MemberId to, CaseId @case, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RememberShown>().Handle(activity, to, @case, stop);
    }
}
