using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>
/// Degraded while the credential gets no token: requests are taken and answers do not leave. Not failing, because a balancer would find no better instance. In
/// local mode there is no credential.
/// </summary>
internal sealed class CredentialHealthCheck(IOptions<BotOptions> bot, IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !bot.Value.LocalMode && services.GetRequiredService<ConnectorTokens>() is { IsLacking: true } lacking
            ? HealthCheckResult.Degraded($"The credential gets no token for the connector ({lacking.LastFault}), so nobody is answered; innovationbot doctor says what to do.")
            : HealthCheckResult.Healthy());
}
