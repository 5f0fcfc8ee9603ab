using InnovationBot.Network.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace InnovationBot.Storage.Redis;

/// <summary>
/// Tells the other instances that something was committed, so that they look at once and not when their interval has passed. A message that is lost costs
/// that interval and nothing else.
/// </summary>
internal sealed class RedisSignals(RedisLink link, NoticesWritten notices, ChangesWritten changes, ILogger<RedisSignals> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly string self = Guid.NewGuid().ToString("N");
    private readonly Timer?[] sending = new Timer?[2];
    private readonly int[] pending = new int[2];

    private RedisChannel Channel => RedisChannel.Literal($"{link.Prefix}:written");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        (sending[0], sending[1]) = (new Timer(_ => Send(0)), new Timer(_ => Send(1)));
        notices.Told = () => Tell(0);
        changes.Told = () => Tell(1);
        _ = Listen();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        (notices.Told, changes.Told) = (null, null);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var timer in sending) timer?.Dispose();
    }

    /// <summary>Many commits in quick succession are one message.</summary>
    private void Tell(int what)
    {
        if (Interlocked.Exchange(ref pending[what], 1) == 0) sending[what]!.Change(Gathering, Timeout.InfiniteTimeSpan);
    }

    private void Send(int what)
    {
        Volatile.Write(ref pending[what], 0);
        try
        {
            if (link.IsThere) link.Connection.Result.GetSubscriber().Publish(Channel, $"{self} {(what == 0 ? "notices" : "changes")}", CommandFlags.FireAndForget);
        }
        catch (Exception away) when (away is RedisException or ObjectDisposedException)
        {
            // the others look for themselves
        }
    }

    private async Task Listen()
    {
        try
        {
            var connection = await link.Connection;
            await connection.GetSubscriber().SubscribeAsync(Channel, (_, message) => Hear(message.ToString()));
            connection.ConnectionRestored += (_, _) => Hear("");
        }
        catch (Exception away) when (away is RedisException or ObjectDisposedException)
        {
            Log.RedisAway(log);
        }
    }

    /// <summary>After a break everything may have been missed.</summary>
    private void Hear(string message)
    {
        if (message.StartsWith(self, StringComparison.Ordinal)) return;
        if (!message.EndsWith("changes", StringComparison.Ordinal)) notices.Wake();
        if (!message.EndsWith("notices", StringComparison.Ordinal)) changes.Wake();
    }
}
