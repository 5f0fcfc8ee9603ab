using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace InnovationBot.Storage.Redis;

/// <summary>
/// The connection to Redis: made beside the start, made again by itself. While it is away commands fail at once and are not kept for later, because
/// everybody here goes on without.
/// </summary>
internal sealed class RedisLink : IAsyncDisposable
{
    /// <summary>Half a second is longer than Redis ever takes, and short enough for a turn.</summary>
    private const int Milliseconds = 500;

    private readonly Lazy<Task<ConnectionMultiplexer>> connecting;
    private readonly ILogger<RedisLink> log;

    public RedisLink(RedisAddress address, ILogger<RedisLink> log)
    {
        this.log = log;
        Prefix = address.KeyPrefix;
        connecting = new(() => Connect(address));
    }

    /// <summary>Before every key and channel, so that several networks may use one Redis.</summary>
    public string Prefix { get; }

    /// <summary>Names somebody or something in a key without telling whom or what.</summary>
    public static string Unreadable(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));

    public bool IsThere => connecting is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made } && made.Result.IsConnected;

    public Task<ConnectionMultiplexer> Connection => connecting.Value;

    /// <returns><c>null</c> while it is away.</returns>
    public IDatabase? Database
    {
        get
        {
            _ = connecting.Value; // begins at the first use
            return IsThere ? connecting.Value.Result.GetDatabase() : null;
        }
    }

    public static ConfigurationOptions Options(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = 4 * Milliseconds;
        options.SyncTimeout = options.AsyncTimeout = Milliseconds;
        options.KeepAlive = 10;
        options.ReconnectRetryPolicy = new ExponentialRetry(250, 2_000);
        options.ClientName ??= "innovationbot";
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        if (connecting.IsValueCreated && await connecting.Value is { } made) await made.DisposeAsync();
    }

    private async Task<ConnectionMultiplexer> Connect(RedisAddress address)
    {
        var made = await ConnectionMultiplexer.ConnectAsync(Options(address.ConnectionString));
        made.ConnectionFailed += (_, _) => Log.RedisAway(log);
        made.ConnectionRestored += (_, _) => Log.RedisBack(log);
        if (!made.IsConnected) Log.RedisAway(log);
        return made;
    }
}

/// <param name="ConnectionString">As StackExchange.Redis reads it: <c>host:port,password=…,ssl=true</c>.</param>
/// <param name="KeyPrefix">Of this network.</param>
public sealed record RedisAddress(string ConnectionString, string KeyPrefix);
