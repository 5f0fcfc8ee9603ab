using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace InnovationBot.Activities;

/// <summary>Loads the signing keys when the host starts, beside it: a bot that cannot reach the issuer starts all the same and is not ready.</summary>
internal sealed class SigningKeysWarmUp(ChannelAuthenticator authenticator) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!authenticator.IsReady)
        {
            await authenticator.WarmUp(stoppingToken);
            if (!authenticator.IsReady) await Task.Delay(Pause, TimeProvider.System, stoppingToken);
        }
    }
}

/// <summary>Not ready before the keys are loaded; degraded while keys are in use that could not be renewed for a day.</summary>
internal sealed class SigningKeysHealthCheck(ChannelAuthenticator authenticator, IssuerProfiles profiles) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            !authenticator.IsReady ? HealthCheckResult.Unhealthy($"The channel's signing keys are not loaded yet; {Reach}")
            : authenticator.KeysAreTooOld ? HealthCheckResult.Degraded($"The channel's signing keys could not be renewed for a day; {Reach}")
            : HealthCheckResult.Healthy());

    /// <summary>Who reads the cause is the one who can mend it.</summary>
    private string Reach => $"this machine has to reach {string.Join(" and ", profiles.All.Select(profile => new Uri(profile.MetadataAddress).Host))}.";
}
