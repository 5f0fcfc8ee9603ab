using Microsoft.Extensions.Logging;

namespace InnovationBot.Activities;

/// <summary>Everything this room writes to the log: codes and our own words, never text, names, addresses or tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "A request was not believed: {Refusal}")]
    public static partial void NotBelieved(ILogger log, AuthenticationRefusal refusal);

    [LoggerMessage(102, LogLevel.Warning, "A request was refused: {Refusal} (tenant {Tenant})")]
    public static partial void NotAllowed(ILogger log, AuthenticationRefusal refusal, string tenant);

    [LoggerMessage(103, LogLevel.Information, "A request was no activity: {Fault}")]
    public static partial void NoActivity(ILogger log, ActivityFault fault);

    [LoggerMessage(104, LogLevel.Error, "A turn failed ({Type}): {Exception}, trace {Trace}\n{Stack}")]
    public static partial void TurnFailed(ILogger log, string type, string exception, System.Diagnostics.ActivityTraceId trace, string? stack);

    [LoggerMessage(105, LogLevel.Warning, "More than {Limit} turns at once; the request was answered 503")]
    public static partial void TooManyTurns(ILogger log, int limit);

    [LoggerMessage(106, LogLevel.Warning, "An activity's timestamp is {Minutes} minutes off this machine's clock")]
    public static partial void TimestampIsOff(ILogger log, int minutes);

    [LoggerMessage(107, LogLevel.Warning, "Bot:LocalMode is on: whoever can reach this machine's loopback can speak as anybody")]
    public static partial void LocalModeIsOn(ILogger log);

    [LoggerMessage(108, LogLevel.Warning, "Bot:AllowedServiceHosts holds a loopback host: meant for tests with a connector on this machine")]
    public static partial void LoopbackServiceHost(ILogger log);

    [LoggerMessage(109, LogLevel.Debug, "Turn ({Type}): {Status} after {Milliseconds:0.0} ms, trace {Trace}")]
    public static partial void TurnEnded(ILogger log, string type, int status, double milliseconds, System.Diagnostics.ActivityTraceId trace);

    [LoggerMessage(201, LogLevel.Information, "{Count} signing keys of the channel are loaded")]
    public static partial void SigningKeysLoaded(ILogger log, int count);

    [LoggerMessage(202, LogLevel.Warning, "The channel's signing keys could not be loaded ({Fault}); the last good ones, if any, stay in use")]
    public static partial void SigningKeysUnavailable(ILogger log, string fault);

    [LoggerMessage(203, LogLevel.Critical, "The channel's signing keys could not be renewed for a day ({Fault})")]
    public static partial void SigningKeysTooOld(ILogger log, string fault);

    [LoggerMessage(301, LogLevel.Warning, "The token endpoint could not be asked ({Fault})")]
    public static partial void TokenEndpointUnavailable(ILogger log, string fault);

    [LoggerMessage(302, LogLevel.Error, "The token endpoint refused with {Status} {Code}; check Bot:AppId, Bot:TenantId and the credential")]
    public static partial void TokenRefused(ILogger log, int status, string code);

    [LoggerMessage(303, LogLevel.Warning, "Connector call {Operation}: {Outcome} {Reason} {Status} {Code}")]
    public static partial void ConnectorCallFailed(ILogger log, string operation, ConnectorOutcome outcome, FailureReason? reason, int? status, string? code);
}
