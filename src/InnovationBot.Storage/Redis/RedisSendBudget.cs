using System.Globalization;
using StackExchange.Redis;

namespace InnovationBot.Storage.Redis;

/// <summary>
/// The budget in Redis: the last moments that were given out, by Redis' own clock, so that within any second no more are used than allowed,
/// and no more than a tenth of them at once, as the limiter of one process has it.
/// </summary>
internal sealed class RedisSendBudget(RedisLink link)
{
    // A little longer than the second that is meant, for the way to the channel is not always equally long.
    private const long Second = 1_030_000;

    private const string Take = """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local most, second = tonumber(ARGV[1]), tonumber(ARGV[2])
        local slot = math.max(now, tonumber(redis.call('GET', KEYS[2]) or '0'), tonumber(redis.call('LINDEX', KEYS[1], 0) or '0'))
        local atOnce = math.max(1, math.floor(most / 10))
        local nth = redis.call('LINDEX', KEYS[1], most - 1)
        if nth then slot = math.max(slot, tonumber(nth) + second) end
        nth = redis.call('LINDEX', KEYS[1], atOnce - 1)
        if nth then slot = math.max(slot, tonumber(nth) + math.floor(second * atOnce / most)) end
        redis.call('LPUSH', KEYS[1], string.format('%.0f', slot))
        redis.call('LTRIM', KEYS[1], 0, most - 1)
        redis.call('PEXPIRE', KEYS[1], math.ceil((slot - now) / 1000) + 10000)
        return string.format('%.0f', slot - now)
        """;

    private const string Stop = """
        local time = redis.call('TIME')
        local untilThen = time[1] * 1000000 + time[2] + tonumber(ARGV[1])
        if untilThen > tonumber(redis.call('GET', KEYS[1]) or '0') then
            redis.call('SET', KEYS[1], string.format('%.0f', untilThen), 'PX', math.ceil(tonumber(ARGV[1]) / 1000) + 1000)
        end
        return 1
        """;

    /// <returns><c>null</c> while Redis is away.</returns>
    public async ValueTask<TimeSpan?> Reserve(string tenant, int perSecond)
    {
        if (link.Database is not { } redis) return null;
        try
        {
            var wait = (string?)await redis.ScriptEvaluateAsync(Take, [Key(tenant), Paused(tenant)], [perSecond, Second]);
            return TimeSpan.FromMicroseconds(Math.Max(0, double.Parse(wait!, CultureInfo.InvariantCulture)));
        }
        catch (Exception away) when (away is RedisException or TimeoutException or ObjectDisposedException)
        {
            return null;
        }
    }

    public async ValueTask Pause(string tenant, TimeSpan time)
    {
        if (link.Database is not { } redis) return;
        try
        {
            await redis.ScriptEvaluateAsync(Stop, [Paused(tenant)], [(long)time.TotalMicroseconds]);
        }
        catch (Exception away) when (away is RedisException or TimeoutException or ObjectDisposedException)
        {
            // the row has it too
        }
    }

    // The braces keep both keys on one node of a cluster, as a script needs them.
    private RedisKey Key(string tenant) => $"{{{link.Prefix}:sends:{tenant}}}";

    private RedisKey Paused(string tenant) => $"{{{link.Prefix}:sends:{tenant}}}:paused";
}
