using InnovationBot.Network.Turns;
using StackExchange.Redis;

namespace InnovationBot.Storage.Redis;

/// <summary>A person's budget of turns in Redis, by Redis' own clock; who it is cannot be read from its key.</summary>
internal sealed class RedisTurnBudget(RedisLink link) : ITurnBudget
{
    private const string Take = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local perMinute = tonumber(ARGV[1])
        local most = math.max(1, perMinute / 2)
        local kept = redis.call('HMGET', KEYS[1], 'left', 'at')
        local left = kept[1] and math.min(most, tonumber(kept[1]) + (now - tonumber(kept[2])) * perMinute / 60000) or most
        local taken = left >= 1 and 1 or 0
        redis.call('HSET', KEYS[1], 'left', tostring(left - taken), 'at', string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], 60000)
        return taken
        """;

    public async Task<bool?> TryTake(string person, int perMinute)
    {
        if (link.Database is not { } redis) return null;
        try
        {
            var key = $"{link.Prefix}:turns:{RedisLink.Unreadable(person)}";
            return (bool)await redis.ScriptEvaluateAsync(Take, [key], [perMinute]);
        }
        catch (Exception away) when (away is RedisException or TimeoutException or ObjectDisposedException)
        {
            return null;
        }
    }
}
