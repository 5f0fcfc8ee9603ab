using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Clockwork;

/// <summary>What the clockwork logs: names of our own work, never whom it concerns.</summary>
internal static partial class Log
{
    [LoggerMessage(201, LogLevel.Error, "{Work} failed for the {Times}. time in a row; it pauses {Seconds} s")]
    public static partial void WorkFailed(ILogger log, string work, int times, double seconds, Exception fault);

    [LoggerMessage(203, LogLevel.Error, "{Fault} What is due waits for it; tried again in {Seconds} s")]
    public static partial void StoreAway(ILogger log, string fault, double seconds);

    [LoggerMessage(202, LogLevel.Warning, "Old keys and changes could not be deleted; trying again later")]
    public static partial void UpkeepFailed(ILogger log, Exception fault);
}
