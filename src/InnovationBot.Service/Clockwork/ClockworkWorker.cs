using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Time;
using InnovationBot.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Clockwork;

/// <summary>
/// Does what happens by itself: asks each <see cref="IDueWork"/> once a second of the machine's clock for what is due on
/// the network's. One that fails pauses and holds up no other; all pause while the store is away. Several instances may run it at once.
/// </summary>
internal sealed class ClockworkWorker(IServiceScopeFactory scopes, TimeProvider clock, MachineClock machine, ILogger<ClockworkWorker> log, Rehearsal? rehearsal = null) : BackgroundService
{
    private const int Batch = 100;

    /// <summary>Batches of one kind of work before the others get their turn.</summary>
    private const int MostBatches = 10;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>A store that comes back is noticed within this.</summary>
    private static readonly TimeSpan LongestPauseForStore = TimeSpan.FromSeconds(8);

    private readonly Dictionary<Type, Failing> failing = [];
    private Failing storeAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // a moment later is early enough; the first person's answer needs the processor now
        await (rehearsal?.Over ?? Task.CompletedTask).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        var works = Works();
        while (true)
        {
            var isMoreDue = false;
            foreach (var work in works) isMoreDue |= await Sweep(work, stoppingToken);
            if (!isMoreDue) await Task.Delay(Tick, machine.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
        }
    }

    private Type[] Works()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IDueWork>().Select(work => work.GetType())];
    }

    /// <returns>Whether more of it is due.</returns>
    private async Task<bool> Sweep(Type work, CancellationToken stop)
    {
        if (storeAway.Until > machine.Now) return false;
        if (failing.TryGetValue(work, out var earlier) && earlier.Until > machine.Now) return false;
        using var trace = new System.Diagnostics.Activity(work.Name).Start(); // most sweeps find nothing, so nobody collects them; what they write names them
        try
        {
            for (var batch = 0; batch < MostBatches && !stop.IsCancellationRequested; batch++)
            {
                await using var scope = scopes.CreateAsyncScope();
                var due = scope.ServiceProvider.GetServices<IDueWork>().First(one => one.GetType() == work);
                var done = await due.RunDue(clock.GetUtcNow(), Batch, stop);
                storeAway = default;
                if (done >= Batch) continue;
                failing.Remove(work);
                return false;
            }

            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (StoreFaultException fault) when (fault.BrokeOff)
        {
            storeAway = storeAway.OnceMore(machine.Now, LongestPauseForStore);
            Log.StoreAway(log, fault.Message, storeAway.Pause.TotalSeconds); // each of the others would only say the same
            return false;
        }
        catch (Exception fault)
        {
            var now = failing[work] = earlier.OnceMore(machine.Now, LongestPause);
            Log.WorkFailed(log, work.Name, now.Times, now.Pause.TotalSeconds, fault);
            return false;
        }
    }

    private readonly record struct Failing(int Times, TimeSpan Pause, DateTimeOffset Until)
    {
        public Failing OnceMore(DateTimeOffset now, TimeSpan longest)
        {
            var pause = Tick * Math.Pow(2, Math.Min(Times + 1, 10));
            if (pause > longest) pause = longest;
            return new(Times + 1, pause, now + pause);
        }
    }
}
