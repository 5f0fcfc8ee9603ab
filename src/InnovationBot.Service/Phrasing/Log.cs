using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Phrasing;

internal static partial class Log
{
    [LoggerMessage(401, LogLevel.Warning, "The chat model wrote nothing that could be shown: {Outcome}")]
    public static partial void ModelFailed(ILogger log, string outcome);
}
