namespace InnovationBot.Activities;

/// <summary>What became of a call to the connector.</summary>
public enum ConnectorOutcome
{
    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The channel refused it, and will again.</summary>
    Failed,

    /// <summary>Nothing was taken; the same call may work later.</summary>
    Retry,

    /// <summary>The request left and no answer came. It may have been delivered: never send it again by itself.</summary>
    Unknown,
}

/// <summary>Why a call failed or has to wait.</summary>
public enum FailureReason
{
    /// <summary>The person blocked the bot; resume only when the person writes.</summary>
    Blocked,

    /// <summary>The app is not installed for the person, team or chat; resume on installation.</summary>
    NotInstalled,

    /// <summary>An administrator disabled the bot.</summary>
    Disabled,

    /// <summary>The activity, member or conversation is unknown; <see cref="ConnectorResult.ErrorCode"/> says which.</summary>
    NotFound,

    /// <summary>The payload is too big for the channel: render a smaller card once, then give up.</summary>
    TooBig,

    /// <summary>Refused for any other reason: a defect of ours, missing permission, a service URL that is not allowed.</summary>
    Refused,

    /// <summary>Too many calls; <see cref="ConnectorResult.RetryAfter"/> says when to come back if the channel said so.</summary>
    Throttled,

    /// <summary>The channel, the way to it, or the token endpoint is down.</summary>
    Unavailable,

    /// <summary>Another operation on the same thread was faster (412).</summary>
    Conflict,
}

/// <summary>What became of a call to the connector. What the channel may answer is a result, never an exception.</summary>
public record ConnectorResult
{
    public required ConnectorOutcome Outcome { get; init; }

    /// <summary>The id of the activity or conversation; <c>null</c> also after success, when the channel split the message or answered without a body.</summary>
    public string? Id { get; init; }

    public FailureReason? Reason { get; init; }

    /// <summary>How long the channel asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The HTTP status; <c>null</c> when there was no answer or no request.</summary>
    public int? Status { get; init; }

    /// <summary>The channel's own code, for example <c>ConversationNotFound</c>.</summary>
    public string? ErrorCode { get; init; }

    public bool IsSent => Outcome == ConnectorOutcome.Sent;

    internal static ConnectorResult Refused(string code) =>
        new() { Outcome = ConnectorOutcome.Failed, Reason = FailureReason.Refused, ErrorCode = code };
}

/// <summary>A <see cref="ConnectorResult"/> with what was asked for.</summary>
public sealed record ConnectorResult<T> : ConnectorResult
    where T : class
{
    /// <summary>Set when <see cref="ConnectorResult.IsSent"/>.</summary>
    public T? Value { get; init; }
}
