using InnovationBot.Activities;
using InnovationBot.Network.Outbox;
using InnovationBot.Service.Demo;
using InnovationBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Delivery;

/// <summary>
/// Sends what the outbox holds: claims due notices, looks whether now is the time, draws each as things stand, marks and
/// sends it, and records what became of it.
/// </summary>
internal sealed class DeliveryWorker(
    NoticesInHand hand, DeliveryLedger ledger, NoticeSender sender, RetrySchedule schedule, ChannelHold hold, TimeProvider clock, MachineClock machine,
    ILogger<DeliveryWorker> log, IDeliveryDetour? detour = null) : BackgroundService
{
    /// <summary>Cards drawn at once; drawing waits mostly for the store.</summary>
    private const int Drawers = 4;

    /// <summary>Whoever has to wait longer makes room for those of other tenants.</summary>
    private static readonly TimeSpan LongestWaitInHand = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan WhenStoreIsAway = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var done = new CancellationTokenSource();
        var leases = hand.KeepLeases(done.Token);
        var writing = ledger.Run(stoppingToken);
        await UntilStopped([hand.Fill(stoppingToken), .. Enumerable.Range(0, Drawers).Select(_ => Draw(stoppingToken))]);
        foreach (var claim in hand.TakeAll()) ledger.Record(new(claim.Notice.Id, NoticeState.Queued, clock.GetUtcNow()), claim.Notice);
        await writing;
        await ledger.Run(stoppingToken); // what was let go after the last look
        await done.CancelAsync();
        await UntilStopped([leases]);
    }

    private async Task Draw(CancellationToken stop)
    {
        await Task.Yield();
        while (true)
        {
            var claim = await hand.Take(stop);
            try
            {
                await Draw(claim, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                ledger.Record(new(claim.Notice.Id, NoticeState.Queued, clock.GetUtcNow()), claim.Notice);
                throw;
            }
            catch (StoreException)
            {
                ledger.Record(schedule.Again(claim.Notice, WhenStoreIsAway), claim.Notice);
            }
            catch (Exception fault)
            {
                Log.NotDrawn(log, claim.Notice.Id, claim.Notice.Kind, fault);
                ledger.Record(schedule.AfterTry(claim.Notice), claim.Notice);
            }
        }
    }

    private async Task Draw(ClaimedNotice claim, CancellationToken stop)
    {
        var notice = claim.Notice;
        if (claim.MayHaveArrived)
        {
            ledger.Record(new(notice.Id, NoticeState.Unknown, clock.GetUtcNow()), notice);
            return;
        }

        // where there are other ways than the connector, not everything waits for it
        while (detour is null && hold.Away() is var away && away > TimeSpan.Zero) await Task.Delay(away, machine.Time, stop);
        switch (await sender.Prepare(claim, stop))
        {
            case PreparedNotice.Ended { Record.State: NoticeState.Sent } arrived:
                await ledger.Arrived(arrived.Record, notice);
                break;
            case PreparedNotice.Ended nothing:
                ledger.Record(nothing.Record, notice);
                break;
            case PreparedNotice.Message message when hold.Left(message.Tenant) is var left && left > TimeSpan.Zero:
                if (left > LongestWaitInHand)
                {
                    ledger.Record(schedule.Again(notice, left), notice);
                    break;
                }

                await Task.Delay(left, machine.Time, stop);
                hand.PutBack(claim);
                break;
            case PreparedNotice.Message message:
                await ledger.Offer(message, stop);
                break;
        }
    }

    private static async Task UntilStopped(IEnumerable<Task> loops)
    {
        try
        {
            await Task.WhenAll(loops);
        }
        catch (OperationCanceledException)
        {
            // stopped, as asked
        }
    }
}
