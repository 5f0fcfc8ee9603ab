using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Activities.Tests.Connector;

internal sealed class RememberingLimiter : ISendLimiter
{
    public List<(string Tenant, string Conversation)> Waited { get; } = [];

    public List<(string Tenant, string Conversation, TimeSpan Time)> Slowed { get; } = [];

    public void Register(IServiceCollection services) => services.AddSingleton<ISendLimiter>(this);

    public ValueTask Wait(string tenantId, string conversationId, CancellationToken stop)
    {
        Waited.Add((tenantId, conversationId));
        return ValueTask.CompletedTask;
    }

    public void Slow(string tenantId, string conversationId, TimeSpan time) => Slowed.Add((tenantId, conversationId, time));
}
