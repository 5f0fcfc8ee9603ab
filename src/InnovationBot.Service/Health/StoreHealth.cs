using InnovationBot.Activities;
using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InnovationBot.Service.Health;

/// <summary>The store answers a read. A server that says neither yes nor no is as good as none: whoever asks for our health waits no longer for it than we.</summary>
internal sealed class StoreHealth(IDbContextFactory<NetworkDb> contexts, MachineClock clock) : IHealthCheck
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(Patience, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await Read(either.Token).WaitAsync(either.Token); // a driver may take long to give up
            return HealthCheckResult.Healthy();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(
                $"The store does not answer{(late.IsCancellationRequested ? $" within {Patience.TotalSeconds:0} seconds" : "")}; see that it runs and that Store:ConnectionString is right. The bot goes on by itself when it is back.");
        }
    }

    private async Task Read(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        await db.Organisations.AnyAsync(stop);
    }
}
