using System.Collections.Concurrent;
using System.Threading.Channels;
using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using FailureReason = InnovationBot.Network.Outbox.FailureReason;

namespace InnovationBot.Service.Delivery;

/// <summary>
/// The one writer of what becomes of notices. While one transaction is under way the next gathers: the ends of the last
/// sends and the marks of the next ones are written together, so that thousands a second need no more than hundreds of
/// transactions, and never more are marked without a record than may be in flight.
/// </summary>
internal sealed class DeliveryLedger(
    INoticeQueue queue, NoticesInHand hand, NoticeSender sender, DeliveredNotices delivered, RetrySchedule schedule, ChannelHold hold, DeliveryMetrics metrics,
    IOptions<DeliveryOptions> options, TimeProvider clock, MachineClock machine, ILogger<DeliveryLedger> log)
{
    private readonly int inFlight = options.Value.InFlight;
    private readonly Channel<PreparedNotice.Message> ready = Channel.CreateBounded<PreparedNotice.Message>(options.Value.InFlight);
    private readonly ConcurrentQueue<End> ended = new();
    private readonly WorkArrived arrived = new();
    private int underWay;

    /// <summary>The end of a notice that was not sent.</summary>
    public void Record(DeliveryRecord record, Notice notice) => Add(new(record, notice));

    /// <summary>A notice that reached its recipient without the connector, with what follows from its arrival.</summary>
    public async Task Arrived(DeliveryRecord record, Notice notice) => Add(new(record, notice, IsRecorded: await IsRecorded(record, notice)));

    /// <summary>Hands over a message that may leave; waits while as many are ready as may be in flight.</summary>
    public async ValueTask Offer(PreparedNotice.Message message, CancellationToken stop)
    {
        await ready.Writer.WriteAsync(message, stop);
        arrived.Raise();
    }

    /// <summary>Runs until stopped and until everything that left has ended and is recorded.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var stopping = stop.UnsafeRegister(static signal => ((WorkArrived)signal!).Raise(), arrived);
        while (true)
        {
            var next = arrived.Next;
            var ends = TakeEnds();
            var leaving = stop.IsCancellationRequested ? LetGo(ends) : TakeReady(inFlight - underWay + ends.Count(end => end.WasUnderWay));
            if (ends.Count > 0 || leaving.Count > 0) Start(await Write(ends, leaving), ends, leaving, stop);
            else if (stop.IsCancellationRequested && underWay == 0) return;
            else await next;
        }
    }

    private void Add(End end)
    {
        ended.Enqueue(end);
        arrived.Raise();
    }

    private List<End> TakeEnds()
    {
        var taken = new List<End>();
        while (ended.TryDequeue(out var end)) taken.Add(end);
        return taken;
    }

    private List<PreparedNotice.Message> TakeReady(int room)
    {
        var leaving = new List<PreparedNotice.Message>();
        while (leaving.Count < room && ready.Reader.TryRead(out var message))
        {
            if (hold.Left(message.Tenant) > TimeSpan.Zero) hand.PutBack(message.Claim);
            else leaving.Add(message);
        }

        return leaving;
    }

    /// <summary>At a stop nothing more leaves; another instance may send what was ready.</summary>
    private List<PreparedNotice.Message> LetGo(List<End> ends)
    {
        while (ready.Reader.TryRead(out var message)) ends.Add(new(new(message.Notice.Id, NoticeState.Queued, clock.GetUtcNow()), message.Notice));
        return [];
    }

    /// <summary>Tries until it is written: what was sent must not be forgotten because the store was away.</summary>
    private async Task<IReadOnlySet<NoticeId>> Write(List<End> ends, List<PreparedNotice.Message> leaving)
    {
        DeliveryRecord[] records = [.. ends.Where(end => !end.IsRecorded).Select(end => end.Record)];
        NoticeId[] marks = [.. leaving.Select(message => message.Notice.Id)];
        if (records.Length == 0 && marks.Length == 0) return new HashSet<NoticeId>();
        for (var pause = TimeSpan.Zero; ;)
        {
            try
            {
                return await queue.Advance(hand.Holder, records, marks, clock.GetUtcNow(), CancellationToken.None);
            }
            catch (Exception fault)
            {
                pause = Pauses.Longer(pause);
                Log.OutboxAway(log, pause.TotalSeconds, fault);
                await Task.Delay(pause, machine.Time, CancellationToken.None);
            }
        }
    }

    private void Start(IReadOnlySet<NoticeId> marked, List<End> ends, List<PreparedNotice.Message> leaving, CancellationToken stop)
    {
        foreach (var end in ends)
        {
            if (end.WasUnderWay) underWay--;
            hand.PutDown(end.Record.Notice);
            Tell(end);
        }

        foreach (var message in leaving)
        {
            if (marked.Contains(message.Notice.Id))
            {
                underWay++;
                _ = Task.Run(() => Send(message, stop), CancellationToken.None);
            }
            else
            {
                hand.PutDown(message.Notice.Id); // taken over by somebody else, or one unasked message too many this week
            }
        }
    }

    private async Task Send(PreparedNotice.Message message, CancellationToken stop)
    {
        var notice = message.Notice;
        using var trace = TurnTrace.After(notice.Trace, "delivery", System.Diagnostics.ActivityKind.Producer);
        DeliveryRecord record;
        try
        {
            var (result, conversation) = await sender.Send(message, stop);
            hold.Heed(message.Tenant, result);
            record = schedule.After(notice, result, conversation);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            record = new(notice.Id, NoticeState.Queued, clock.GetUtcNow()); // nothing had left
        }
        catch (Exception fault)
        {
            Log.SendFailed(log, notice.Id, notice.Kind, fault);
            record = new(notice.Id, NoticeState.Unknown, clock.GetUtcNow());
        }

        if (trace.IsAllDataRequested) trace.SetTag("notice.kind", notice.Kind).SetTag("notice.id", notice.Id.ToString()).SetTag("notice.state", Vocabulary.Write(record.State));
        Log.DeliveryEnded(log, notice.Id, notice.Kind, record.State, record.Reason, trace.TraceId);
        Add(new(record, notice, WasUnderWay: true, await IsRecorded(record, notice)));
    }

    private async Task<bool> IsRecorded(DeliveryRecord record, Notice notice) =>
        record.State == NoticeState.Sent && delivered.Concern(notice) && await delivered.Record(hand.Holder, record, notice, CancellationToken.None);

    private void Tell(End end)
    {
        metrics.Ended(end.Record, end.Notice);
        if (end.Record.State == NoticeState.Unknown) Log.FateUnknown(log, end.Notice.Id, end.Notice.Kind);
        if (end.Record is { State: NoticeState.Failed, Reason: FailureReason.Refused or FailureReason.GaveUp or FailureReason.NotFound })
        {
            Log.Failed(log, end.Notice.Id, end.Notice.Kind, end.Record.Reason);
        }
    }

    private readonly record struct End(DeliveryRecord Record, Notice Notice, bool WasUnderWay = false, bool IsRecorded = false);

    private sealed class WorkArrived : WriteSignal;
}
