using InnovationBot.Network.Outbox;
using InnovationBot.Network.Turns;
using InnovationBot.Storage.Postgres;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InnovationBot.Storage.Redis;

public static class RedisServices
{
    /// <summary>
    /// Registers what is faster with Redis: the cache behind <see cref="HybridCache"/>, the budgets of outgoing messages and of turns, and messages between instances. Nothing
    /// waits for Redis and nothing needs it.
    /// </summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, RedisAddress address, StoreEngine engine)
    {
        services.AddSingleton(address);
        services.AddSingleton<RedisLink>();
        services.AddSingleton<IRedisState>(provider => new State(provider.GetRequiredService<RedisLink>()));
        services.AddSingleton<RedisSignals>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RedisSignals>());
        if (engine == StoreEngine.Postgres)
        {
            services.AddSingleton<RedisSendBudget>();
            services.AddSingleton<SharedSendBudget>();
            services.AddSingleton<ITurnBudget, RedisTurnBudget>();
        }

        services.AddStackExchangeRedisCache(cache => cache.InstanceName = address.KeyPrefix + ":");
        services.AddOptions<Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions>().Configure<RedisLink>(
            (cache, link) => cache.ConnectionMultiplexerFactory = async () => await link.Connection);
        return services.AddCache();
    }

    /// <summary>A cache in this process, and in Redis where there is one, for what does not decide anything.</summary>
    public static IServiceCollection AddCache(this IServiceCollection services)
    {
        services.AddHybridCache();
        return services;
    }

    /// <returns>What is wrong with a connection string, as the end of a sentence; <c>null</c> when it can be read.</returns>
    public static string? Fault(string connectionString)
    {
        try
        {
            return RedisLink.Options(connectionString).EndPoints.Count > 0 ? null : "names no host";
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return "cannot be read";
        }
    }

    /// <summary>Asks Redis once whether it answers and lets itself be written to.</summary>
    /// <returns><c>null</c>, or what is wrong, as a sentence.</returns>
    public static async Task<string?> Try(string connectionString, string prefix)
    {
        var options = RedisLink.Options(connectionString);
        options.AbortOnConnectFail = true; // then it is said why there is no connection
        try
        {
            await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(options);
            await connection.GetDatabase().StringSetAsync($"{prefix}:doctor", "1", TimeSpan.FromSeconds(5));
            return null;
        }
        catch (StackExchange.Redis.RedisConnectionException none)
        {
            return none.ToString().Contains("authentication", StringComparison.OrdinalIgnoreCase) ? "Redis answers, but not without the right password." : "Redis does not answer.";
        }
        catch (Exception fault) when (fault is StackExchange.Redis.RedisException or TimeoutException)
        {
            return $"Redis answers, but refuses to be written to ({fault.GetType().Name}).";
        }
    }

    private sealed class State(RedisLink link) : IRedisState
    {
        public bool IsThere => link.Database is not null;
    }
}

/// <summary>Whether Redis answers now; registered where one is configured.</summary>
public interface IRedisState
{
    bool IsThere { get; }
}
