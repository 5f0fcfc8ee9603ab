using Microsoft.Extensions.Logging;

namespace InnovationBot.Storage.Redis;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Redis does not answer; the bot goes on without it, slower")]
    public static partial void RedisAway(ILogger log);

    [LoggerMessage(2, LogLevel.Information, "Redis answers again")]
    public static partial void RedisBack(ILogger log);
}
