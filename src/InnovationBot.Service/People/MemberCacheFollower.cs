using InnovationBot.Activities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.People;

/// <summary>Looks every second for what other processes changed about members.</summary>
internal sealed class MemberCacheFollower(MemberCache cache, MachineClock clock, ILogger<MemberCacheFollower> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock.Time);
        try
        {
            do await Follow(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the service stops
        }
    }

    private async Task Follow(CancellationToken stop)
    {
        try
        {
            await cache.Follow(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.MemberChangesUnread(log, fault);
        }
    }
}
