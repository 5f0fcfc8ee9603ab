using Microsoft.Extensions.Logging;

namespace InnovationBot.Conversation;

/// <summary>What the conversation logs: our own names and ids, never what people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "A press named a verb that no card of this version carries")]
    public static partial void UnknownVerb(ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "A press of {Verb} came without a usable {Field}")]
    public static partial void BadInput(ILogger log, string verb, string field);

    [LoggerMessage(5, LogLevel.Warning, "An invoke {Name} came with a value that cannot be read; it was answered 400")]
    public static partial void UnreadableInvoke(ILogger log, string name);

    [LoggerMessage(4, LogLevel.Warning, "What a model wrote could not be shown ({Fault})")]
    public static partial void NotPhrased(ILogger log, string fault);

    [LoggerMessage(3, LogLevel.Warning, "A reply was not delivered: {Outcome} {Reason}")]
    public static partial void ReplyNotDelivered(ILogger log, InnovationBot.Activities.ConnectorOutcome outcome, InnovationBot.Activities.FailureReason? reason);
}
