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

    [LoggerMessage(5, LogLevel.Error, "Dropped file {File} could not be checked or imported; whoever dropped it is told")]
    public static partial void FileFailed(ILogger log, Network.DroppedFileId file, Exception fault);

    [LoggerMessage(6, LogLevel.Error, "What became of dropped file {File} could not be kept or shown")]
    public static partial void FileNotEnded(ILogger log, Network.DroppedFileId file, Exception fault);

    [LoggerMessage(7, LogLevel.Warning, "Dropped files could not be looked for; it is tried again")]
    public static partial void FilesNotLookedFor(ILogger log, Exception fault);

    [LoggerMessage(8, LogLevel.Information, "The first answer could not be prepared ({Failure}); it will take longer")]
    public static partial void NotRehearsed(ILogger log, string failure);
}
