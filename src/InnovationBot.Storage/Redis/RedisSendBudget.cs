using System.Globalization;
using StackExchange.Redis;

namespace InnovationBot.Storage.Redis;

/// <summary>
/// The budget in Redis: the last moments that were given out, by Redis' own clock, so that within any second no more are used than allowed,
/// and no more than a tenth of them at once, as the limiter of one process has it; for a conversation no more than Teams allows one: 7 in 1 s, 8 in
/// 2 s, 60 in 30 s (its limit of an hour is left to each instance).
/// </summary>
internal sealed class RedisSendBudget(RedisLink link)
{
    // A little longer than the second that is meant, for the way to the channel is not always equally long.
    private const long Second = 1_030_000;

    private const string Take = """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local most, second = tonumber(ARGV[1]), tonumber(ARGV[2])
        if KEYS[3] then
            local free = math.max(now, tonumber(redis.call('LINDEX', KEYS[3], 0) or '0'))
            for _, window in ipairs({{7, 1}, {8, 2}, {60, 30}}) do
                local nth = redis.call('LINDEX', KEYS[3], window[1] - 1)
                if nth then free = math.max(free, tonumber(nth) + second * window[2]) end
            end
            redis.call('LPUSH', KEYS[3], string.format('%.0f', free))
            redis.call('LTRIM', KEYS[3], 0, 59)
            redis.call('PEXPIRE', KEYS[3], math.ceil((free - now) / 1000) + 31000)
            if free > now then return string.format('conversation %.0f', free - now) end
        end
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

    public bool IsThere => link.IsThere;

    /// <returns><c>null</c> while Redis is away.</returns>
    public async ValueTask<Reserved?> Reserve(string tenant, string conversation, int perSecond)
    {
        if (link.Database is not { } redis) return null;
        try
        {
            RedisKey[] keys = conversation.Length == 0 ? [Key(tenant), Paused(tenant)] : [Key(tenant), Paused(tenant), Conversation(tenant, conversation)];
            var words = ((string)(await redis.ScriptEvaluateAsync(Take, keys, [perSecond, Second]))!).Split(' ');
            return new(TimeSpan.FromMicroseconds(Math.Max(0, double.Parse(words[^1], CultureInfo.InvariantCulture))), words.Length > 1);
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

    // The braces keep all keys on one node of a cluster, as a script needs them.
    private RedisKey Key(string tenant) => $"{{{link.Prefix}:sends:{tenant}}}";

    private RedisKey Paused(string tenant) => $"{{{link.Prefix}:sends:{tenant}}}:paused";

    private RedisKey Conversation(string tenant, string conversation) =>
        $"{{{link.Prefix}:sends:{tenant}}}:{RedisLink.Unreadable(conversation)}";
}

/// <param name="Wait">From now.</param>
/// <param name="IsOfConversation">It is the conversation's; nothing of the tenant's is taken yet.</param>
internal readonly record struct Reserved(TimeSpan Wait, bool IsOfConversation);
