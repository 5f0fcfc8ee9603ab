using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Watching;

internal static partial class Log
{
    [LoggerMessage(301, LogLevel.Warning, "What waits in the outbox could not be counted ({Fault})")]
    public static partial void OutboxNotCounted(ILogger log, string fault);
}
