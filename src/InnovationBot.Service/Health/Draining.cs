using InnovationBot.Activities;
using InnovationBot.Service.Options;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Health;

/// <summary>
/// At a stop the service first says that it is not ready, so that balancers send nobody here any more, and only then closes the
/// door; turns under way are finished.
/// </summary>
internal sealed class Draining(IOptions<ServiceOptions> service, IOptions<BotOptions> bot, MachineClock clock) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool started;
    private volatile bool begun;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(begun ? HealthCheckResult.Unhealthy("The service is stopping.") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        begun = true;
        var pause = TimeSpan.FromSeconds(bot.Value.LocalMode || !started ? 0 : service.Value.DrainSeconds);
        if (pause > TimeSpan.Zero) await Task.Delay(pause, clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        started = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
