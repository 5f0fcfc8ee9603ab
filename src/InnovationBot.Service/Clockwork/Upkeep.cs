using InnovationBot.Activities;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Clockwork;

/// <summary>Deletes what has served its time, a little at a time: keys of handled activities, lines of the change sequence.</summary>
internal sealed class Upkeep(IHandledActivities handled, IChangeFeed changes, TimeProvider clock, MachineClock machine, ILogger<Upkeep> log) : BackgroundService
{
    private const int Batch = 500;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    /// <summary>Between two batches others get to write.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Wait(Between, stoppingToken);
            await All(() => handled.Prune(clock.GetUtcNow(), Batch, stoppingToken), stoppingToken);
            await All(() => changes.Prune(clock.GetUtcNow(), Batch, stoppingToken), stoppingToken);
        }
    }

    private async Task All(Func<Task<int>> prune, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && await prune() == Batch) await Wait(Breath, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Log.UpkeepFailed(log, fault);
        }
        catch (OperationCanceledException)
        {
            // stopped
        }
    }

    private async Task Wait(TimeSpan time, CancellationToken stop) =>
        await Task.Delay(time, machine.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
