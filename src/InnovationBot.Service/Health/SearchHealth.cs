using InnovationBot.Activities;
using InnovationBot.Search;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Health;

/// <summary>The search knows what the store held at the start; until then answers would miss cases.</summary>
internal sealed class SearchHealth(ISearchIndex index, MachineClock clock, ILogger<SearchHealth> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private volatile bool ready;
    private volatile string? failure;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ready ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(
            failure is { } kind ? $"The search index could not be opened or built ({kind}); it is tried again. See the log, and the rights and room of the data folder." : "The search index is being built."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!ready && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await index.CatchUp(stoppingToken);
                ready = true;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // the service stops before it was ready
            }
            catch (Exception fault)
            {
                failure = fault.GetType().Name;
                Log.SearchNotReady(log, fault);
                await Task.Delay(Pause, clock.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
