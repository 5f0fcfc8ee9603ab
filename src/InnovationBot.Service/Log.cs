using Microsoft.Extensions.Logging;

namespace InnovationBot.Service;

/// <summary>What the host logs: settings' names and our own ids, never values, names or addresses.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "There is no setting {Name}; it is ignored")]
    public static partial void UnknownSetting(ILogger log, string name);

    [LoggerMessage(2, LogLevel.Warning, "Changes of members could not be read; the cache is emptied and tries again")]
    public static partial void MemberChangesUnread(ILogger log, Exception fault);

    [LoggerMessage(3, LogLevel.Information, "Somebody takes more turns than Service:TurnsPerMinute allows")]
    public static partial void TooManyTurns(ILogger log);

    [LoggerMessage(4, LogLevel.Warning, "The search index could not be opened or built; it is tried again")]
    public static partial void SearchNotReady(ILogger log, Exception fault);
}
