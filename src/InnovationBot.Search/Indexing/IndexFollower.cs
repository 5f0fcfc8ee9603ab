using InnovationBot.Network.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Indexing;

/// <summary>Follows the store for as long as the service runs: at once after a change made in this process, else when the interval has passed.</summary>
internal sealed class IndexFollower(
    IndexKeeper keeper, ChangesWritten written, SearchOptions options, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the start does not wait for the index
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = written.Next; // before reading, so that nothing is missed in between
            var pause = options.PollInterval;
            try
            {
                await keeper.CatchUp(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.FollowingFailed(failure.GetType().Name);
                (next, pause) = (new TaskCompletionSource().Task, AfterFailure);
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(next, Task.Delay(pause, clock, waiting.Token));
            await waiting.CancelAsync();
        }
    }
}
