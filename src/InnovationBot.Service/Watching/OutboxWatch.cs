using System.Diagnostics.Metrics;
using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Watching;

/// <summary>How many messages wait, and how late the oldest is that could have gone: gauges of the meter <c>InnovationBot.Outbox</c>, read from the store every now and then.</summary>
internal sealed class OutboxWatch : BackgroundService
{
    public const string MeterName = "InnovationBot.Outbox";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly NoticeState[] Open = [NoticeState.Queued, NoticeState.Sending];

    private readonly IDbContextFactory<NetworkDb> contexts;
    private readonly TimeProvider clock;
    private readonly MachineClock machine;
    private readonly ILogger<OutboxWatch> log;
    private volatile Seen? seen;
    private long readAt;

    public OutboxWatch(IMeterFactory meters, IDbContextFactory<NetworkDb> contexts, TimeProvider clock, MachineClock machine, ILogger<OutboxWatch> log)
    {
        (this.contexts, this.clock, this.machine, this.log) = (contexts, clock, machine, log);
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge("innovationbot.notices.waiting", Waiting, "{notice}", "Messages in the outbox that have not ended, by state.");
        meter.CreateObservableGauge("innovationbot.notices.overdue", () => seen is { } now ? [new Measurement<double>(now.OverdueSeconds)] : Array.Empty<Measurement<double>>(), "s", "How long ago the oldest message was due that waits.");
    }

    /// <summary>Reads anew what was read longer than a second ago; what cannot be read stays as it was.</summary>
    public async Task Refresh(CancellationToken stop)
    {
        if (seen is not null && machine.Time.GetElapsedTime(Volatile.Read(ref readAt)) < TimeSpan.FromSeconds(1)) return;
        Volatile.Write(ref readAt, machine.Time.GetTimestamp());
        try
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            var counts = await db.Notices.Where(notice => notice.State == NoticeState.Queued || notice.State == NoticeState.Sending)
                .GroupBy(notice => notice.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(stop);
            var oldest = await db.Notices.Where(notice => notice.State == NoticeState.Queued).MinAsync(notice => (DateTimeOffset?)notice.Due, stop);
            seen = new Seen(Open.ToDictionary(state => state, state => counts.Find(one => one.State == state)?.Count ?? 0), oldest is { } due ? Math.Max(0, (clock.GetUtcNow() - due).TotalSeconds) : 0);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.OutboxNotCounted(log, fault.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, machine.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) await Refresh(stoppingToken);
        }
    }

    private IEnumerable<Measurement<int>> Waiting() =>
        seen?.Counts.Select(one => new Measurement<int>(one.Value, new KeyValuePair<string, object?>("state", Vocabulary.Write(one.Key)))) ?? [];

    private sealed record Seen(IReadOnlyDictionary<NoticeState, int> Counts, double OverdueSeconds);
}
