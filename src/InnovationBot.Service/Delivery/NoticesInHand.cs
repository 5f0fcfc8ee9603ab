using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Delivery;

/// <summary>
/// The notices this process has claimed and not yet put down: few, so that a more urgent one written meanwhile is never far
/// behind. Their leases are renewed as long as the process lives.
/// </summary>
internal sealed class NoticesInHand(INoticeQueue queue, NoticesWritten written, TimeProvider clock, MachineClock machine, ILogger<NoticesInHand> log) : IDisposable
{
    private const int Most = 64;

    /// <summary>With what a killed process left, at most; what is left then waits for room, or for another process.</summary>
    private const int MostWithTakenOver = Most * 2;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Renewal = Lease / 4;

    /// <summary>How soon notices written by another process are seen.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    /// <summary>How soon a hand that stays full looks for what a killed process left: with the lease well within 15 s.</summary>
    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(2);

    /// <summary>Notices that are written one by one in quick succession are claimed together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private readonly HashSet<NoticeId> held = [];
    private readonly PriorityQueue<ClaimedNotice, (bool IsFresh, NoticePriority Priority, DateTimeOffset Due)> waiting = new();
    private readonly SemaphoreSlim available = new(0);
    private readonly RoomMade roomMade = new();

    /// <summary>Names this worker in leases; new with every start, so that no earlier life's notices are taken for its own.</summary>
    public string Holder { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The most urgent one that waits; waits for one.</summary>
    public async ValueTask<ClaimedNotice> Take(CancellationToken stop)
    {
        await available.WaitAsync(stop);
        lock (gate) return waiting.Dequeue();
    }

    /// <summary>Puts one back that was taken and could not go; it is drawn anew when its turn comes.</summary>
    public void PutBack(ClaimedNotice claim)
    {
        lock (gate) Enqueue(claim);
    }

    /// <summary>What became of it is recorded, or it is no longer ours.</summary>
    public void PutDown(NoticeId notice)
    {
        bool hasRoom;
        lock (gate)
        {
            held.Remove(notice);
            hasRoom = held.Count <= Most / 2;
        }

        if (hasRoom) roomMade.Raise();
    }

    /// <summary>Everything that waits, to be let go at a stop.</summary>
    public IReadOnlyList<ClaimedNotice> TakeAll()
    {
        lock (gate)
        {
            var all = waiting.UnorderedItems.Select(item => item.Element).ToList();
            waiting.Clear();
            return all;
        }
    }

    /// <summary>Claims what is due, as long as there is room, until stopped.</summary>
    public async Task Fill(CancellationToken stop)
    {
        var pause = TimeSpan.Zero;
        while (!stop.IsCancellationRequested)
        {
            var (room, isWritten) = (roomMade.Next, written.Next); // before looking, so that nothing falls in between
            int free;
            lock (gate) free = Most - held.Count;
            try
            {
                if (free < Most / 2)
                {
                    if (!await room.DoneWithin(LookAround, machine.Time, stop)) await TakeOver(stop);
                    continue;
                }

                var claimed = await queue.Claim(Holder, free, clock.GetUtcNow(), machine.Now, Lease, stop);
                Add(claimed);
                pause = TimeSpan.Zero;
                if (claimed.Count == free) continue;
                if (await isWritten.DoneWithin(Glance, machine.Time, stop)) await Task.Delay(Gathering, machine.Time, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                pause = Pauses.Longer(pause);
                Log.OutboxAway(log, pause.TotalSeconds, fault);
                await Task.Delay(pause, machine.Time, stop);
            }
        }
    }

    /// <summary>However slow the channel is, nobody waits for a killed process to come back.</summary>
    private async Task TakeOver(CancellationToken stop)
    {
        int free;
        lock (gate) free = MostWithTakenOver - held.Count;
        if (free > 0) Add(await queue.TakeOver(Holder, free, clock.GetUtcNow(), machine.Now, Lease, stop));
    }

    /// <summary>Renews the leases until stopped, which is after the last notice was put down.</summary>
    public async Task KeepLeases(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(Renewal, machine.Time, stop);
            NoticeId[] ours;
            lock (gate) ours = [.. held];
            if (ours.Length == 0) continue;
            try
            {
                await queue.Renew(Holder, ours, machine.Now + Lease, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.OutboxAway(log, Renewal.TotalSeconds, fault);
            }
        }
    }

    public void Dispose() => available.Dispose();

    private void Add(IReadOnlyList<ClaimedNotice> claimed)
    {
        lock (gate)
        {
            foreach (var claim in claimed)
            {
                if (held.Add(claim.Notice.Id)) Enqueue(claim); // else a lease of ours ran out and we claimed it again: it is at work
            }
        }
    }

    private void Enqueue(ClaimedNotice claim)
    {
        waiting.Enqueue(claim, (!claim.MayHaveArrived, claim.Notice.Priority, claim.Notice.Due));
        available.Release();
    }

    private sealed class RoomMade : WriteSignal;
}
