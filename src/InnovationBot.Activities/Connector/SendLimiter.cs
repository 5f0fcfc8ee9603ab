using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>
/// The channel's limits as they stand in Teams' documentation (rate limiting for bots), kept in this process (and for a tenant by all instances together, where the host has such a limit): a setting for each tenant, and for each conversation
/// 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour. Who comes first goes first.
/// </summary>
internal sealed class SendLimiter(IOptions<ConnectorLimits> options, MachineClock clock, ISharedLimit? shared = null) : ISendLimiter
{
    /// <summary>A little longer than the second that is meant, for the way to the channel is not always equally long.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1030);

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(30);

    private readonly int requestsPerSecond = options.Value.RequestsPerSecond;

    /// <summary>By tenant and conversation; the tenant's own limit stands under no conversation.</summary>
    private readonly ConcurrentDictionary<(string Tenant, string Conversation), SlidingLimit> limits = new();

    private long nextSweep;
    private volatile bool wasSlowed;

    /// <summary>How many tenants and conversations are remembered.</summary>
    internal int Count => limits.Count;

    public ValueTask Wait(string tenantId, string conversationId, CancellationToken stop) =>
        shared is null || requestsPerSecond == 0 ? WaitHere(tenantId, conversationId, stop) : WaitShared(shared, tenantId, conversationId, stop);

    private async ValueTask WaitShared(ISharedLimit limit, string tenantId, string conversationId, CancellationToken stop)
    {
        await WaitHere(tenantId, conversationId, stop);
        var wait = await limit.Reserve(tenantId, conversationId, requestsPerSecond, stop);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock.Time, stop);
    }

    private ValueTask WaitHere(string tenantId, string conversationId, CancellationToken stop)
    {
        if (requestsPerSecond == 0 && !wasSlowed) return ValueTask.CompletedTask;

        var now = clock.Now.UtcTicks;
        Forget(now);
        var slot = conversationId.Length > 0 ? Reserve(tenantId, conversationId, now) : now;
        if (slot > now) return Both(slot - now, tenantId, stop);
        slot = Reserve(tenantId, "", now);
        return slot <= now ? ValueTask.CompletedTask : new ValueTask(Task.Delay(new TimeSpan(slot - now), clock.Time, stop));
    }

    public void Slow(string tenantId, string conversationId, TimeSpan time)
    {
        wasSlowed = true;
        var until = clock.Now.UtcTicks + time.Ticks;
        if (conversationId.Length > 0) Limit(tenantId, conversationId).Pause(until);
        Limit(tenantId, "").Pause(until);
        shared?.Pause(tenantId, time);
    }

    /// <summary>A place among the tenant's calls is taken only when the conversation lets the call go: else one busy thread would hold up all others.</summary>
    private async ValueTask Both(long ticks, string tenantId, CancellationToken stop)
    {
        await Task.Delay(new TimeSpan(ticks), clock.Time, stop);
        var now = clock.Now.UtcTicks;
        var slot = Reserve(tenantId, "", now);
        if (slot > now) await Task.Delay(new TimeSpan(slot - now), clock.Time, stop);
    }

    private long Reserve(string tenantId, string conversationId, long earliest)
    {
        while (true)
        {
            if (Limit(tenantId, conversationId).TryReserve(earliest, out var slot)) return slot;
        }
    }

    private SlidingLimit Limit(string tenantId, string conversationId) => limits.GetOrAdd(
        (tenantId, conversationId),
        static (key, perSecond) => key.Conversation.Length == 0 ? SlidingLimit.OfTenant(perSecond, Second) : SlidingLimit.OfConversation(perSecond > 0),
        requestsPerSecond);

    /// <summary>What is as good as new is forgotten, so that an audience of a hundred thousand takes no more room than one of a hundred.</summary>
    private void Forget(long now)
    {
        var due = Volatile.Read(ref nextSweep);
        if (now < due || Interlocked.CompareExchange(ref nextSweep, now + Sweep.Ticks, due) != due) return;
        foreach (var entry in limits)
        {
            if (entry.Value.TryRetire(now)) limits.TryRemove(entry);
        }
    }
}
