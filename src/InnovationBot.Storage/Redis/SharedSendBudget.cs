using System.Collections.Concurrent;
using InnovationBot.Network.Outbox;
using InnovationBot.Storage.Postgres;

namespace InnovationBot.Storage.Redis;

/// <summary>
/// The budget in Redis, and in the row while Redis is away. Two places at once would allow twice as much: so whoever turns to the row says so in it and waits
/// until everybody has seen it, and everybody uses the row for as long as anybody does. As long as Redis is away that is said again and again: whoever writes once in
/// a while must not wait each time until all have seen it anew.
/// </summary>
internal sealed class SharedSendBudget(RedisSendBudget redis, PostgresSendBudget row, TimeProvider clock) : ISendBudget, IDisposable
{
    /// <summary>How often those who have Redis look whether somebody has not.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A look, its answer, and the second that the limit is about.</summary>
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2.5);

    /// <summary>The row is used for so long after the last one who needed it.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, Tenant> tenants = new();
    private readonly CancellationTokenSource end = new();

    public async ValueTask<TimeSpan> Reserve(string tenant, string conversation, int perSecond, CancellationToken stop)
    {
        var own = tenants.GetOrAdd(tenant, _ => new Tenant());
        if (!await IsInRow(tenant, own, stop))
        {
            if (await redis.Reserve(tenant, conversation, perSecond) is { } reserved)
            {
                if (!reserved.IsOfConversation) return reserved.Wait;
                await Task.Delay(reserved.Wait, clock, stop);
                return await Reserve(tenant, "", perSecond, stop); // a place among the tenant's only now: one busy thread holds nobody else up
            }

            await TurnToRow(tenant, own, stop);
        }

        var left = clock.GetElapsedTime(own.TurnedAt) is var since && since < UntilSeen ? UntilSeen - since : TimeSpan.Zero;
        if (left > TimeSpan.Zero) await Task.Delay(left, clock, stop);
        return await row.Reserve(tenant, conversation, perSecond, stop);
    }

    public async ValueTask Pause(string tenant, TimeSpan time, CancellationToken stop)
    {
        await redis.Pause(tenant, time);
        await row.Pause(tenant, time, stop);
    }

    private async ValueTask<bool> IsInRow(string tenant, Tenant own, CancellationToken stop)
    {
        if (own.HasLooked && clock.GetElapsedTime(own.LookedAt) < Look) return own.IsInRow;
        await own.Changing.WaitAsync(stop);
        try
        {
            if (own.HasLooked && clock.GetElapsedTime(own.LookedAt) < Look) return own.IsInRow;
            var isUsed = await row.SinceUsed(tenant, stop) < Lasting;
            if (isUsed && !own.IsInRow) own.TurnedAt = clock.GetTimestamp();
            (own.IsInRow, own.LookedAt, own.HasLooked) = (isUsed, clock.GetTimestamp(), true);
            return isUsed;
        }
        finally
        {
            own.Changing.Release();
        }
    }

    private async ValueTask TurnToRow(string tenant, Tenant own, CancellationToken stop)
    {
        await own.Changing.WaitAsync(stop);
        try
        {
            if (own.IsInRow) return;
            await row.Announce(tenant, stop);
            (own.TurnedAt, own.LookedAt, own.HasLooked, own.IsInRow) = (clock.GetTimestamp(), clock.GetTimestamp(), true, true);
            if (Interlocked.Exchange(ref own.IsSaidAgain, 1) == 0) _ = SayAgain(tenant, own);
        }
        finally
        {
            own.Changing.Release();
        }
    }

    private async Task SayAgain(string tenant, Tenant own)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(Lasting / 2, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested || redis.IsThere) break;
            try
            {
                await row.Announce(tenant, end.Token);
            }
            catch (Exception away) when (away is Npgsql.NpgsqlException or OperationCanceledException or ObjectDisposedException)
            {
                // without the store nobody takes a moment from anywhere
            }
        }

        Volatile.Write(ref own.IsSaidAgain, 0);
    }

    public void Dispose()
    {
        end.Cancel();
        foreach (var tenant in tenants.Values) tenant.Dispose();
    }

    private sealed class Tenant : IDisposable
    {
        public readonly SemaphoreSlim Changing = new(1);
        public volatile bool HasLooked;
        public volatile bool IsInRow;
        public long LookedAt;
        public long TurnedAt;
        public int IsSaidAgain;

        public void Dispose() => Changing.Dispose();
    }
}
