using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Delivery;

/// <summary>What the delivery logs: our own ids and kinds, never whom or what.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "The outbox could not be read or written; trying again in {Seconds} s")]
    public static partial void OutboxAway(ILogger log, double seconds, Exception fault);

    [LoggerMessage(102, LogLevel.Error, "Notice {Notice} of kind {Kind} could not be drawn")]
    public static partial void NotDrawn(ILogger log, NoticeId notice, string kind, Exception fault);

    [LoggerMessage(103, LogLevel.Error, "Nobody draws notices of kind {Kind}; notice {Notice} waits for a program that does")]
    public static partial void NobodyDraws(ILogger log, NoticeId notice, string kind);

    [LoggerMessage(104, LogLevel.Error, "Sending notice {Notice} of kind {Kind} failed in this program; its fate is unknown")]
    public static partial void SendFailed(ILogger log, NoticeId notice, string kind, Exception fault);

    [LoggerMessage(105, LogLevel.Error, "What follows from the delivery of notice {Notice} of kind {Kind} failed; the delivery is recorded without it")]
    public static partial void ConsequenceFailed(ILogger log, NoticeId notice, string kind, Exception fault);

    [LoggerMessage(106, LogLevel.Warning, "Nobody knows whether notice {Notice} of kind {Kind} arrived; it is not sent again by itself")]
    public static partial void FateUnknown(ILogger log, NoticeId notice, string kind);

    [LoggerMessage(107, LogLevel.Warning, "Notice {Notice} of kind {Kind} ends as failed: {Reason}")]
    public static partial void Failed(ILogger log, NoticeId notice, string kind, FailureReason? reason);

    [LoggerMessage(110, LogLevel.Warning, "The budget of outgoing messages could not be asked ({Fault}); trying again in {Seconds} s")]
    public static partial void BudgetAway(ILogger log, double seconds, string fault);

    [LoggerMessage(109, LogLevel.Debug, "Notice {Notice} of kind {Kind}: {State} {Reason}, trace {Trace}")]
    public static partial void DeliveryEnded(ILogger log, NoticeId notice, string kind, NoticeState state, FailureReason? reason, System.Diagnostics.ActivityTraceId trace);

    [LoggerMessage(108, LogLevel.Warning, "The connector cannot be reached; deliveries wait {Seconds} s")]
    public static partial void ConnectorAway(ILogger log, double seconds);
}
