using InnovationBot.Network.Outbox;
using InnovationBot.Search.Lexicons;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Indexing;

/// <summary>Follows the store for as long as the service runs: at once after a change made in this process, else when the interval has passed.</summary>
internal sealed class IndexFollower(
    IndexKeeper keeper, LexiconState lexicon, ChangesWritten written, SearchOptions options, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Told in the log; a file of another kind altogether has one in each line.</summary>
    private const int MostComplaints = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the start does not wait for the index
        var isTold = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = written.Next; // before reading, so that nothing is missed in between
            var pause = options.PollInterval;
            try
            {
                await keeper.CatchUp(stoppingToken);
                if (!isTold) Tell();
                isTold = true;
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

    /// <summary>Not before the index is there: whoever asks first does not wait for it.</summary>
    private void Tell()
    {
        foreach (var complaint in lexicon.Complaints.Take(MostComplaints)) log.LexiconComplaint(complaint);
    }
}
