using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using FailureReason = InnovationBot.Network.Outbox.FailureReason;
using Trouble = InnovationBot.Activities.FailureReason;

namespace InnovationBot.Service.Delivery;

/// <summary>
/// What is recorded after a try: the end, or when to try again (Teams docs: status codes of conversational bots, retry with
/// exponential back-off). A 429 and a connection that was never made use up neither tries nor time.
/// </summary>
internal sealed class RetrySchedule(Random random, TimeProvider clock)
{
    public const int MostTries = 5;

    /// <summary>From the end of the first try on.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    public DeliveryRecord After(Notice notice, ConnectorResult result, string conversationId)
    {
        var now = clock.GetUtcNow();
        return result.Outcome switch
        {
            ConnectorOutcome.Sent => new(notice.Id, NoticeState.Sent, now, ConversationId: conversationId, ActivityId: result.Id),
            ConnectorOutcome.Unknown => new(notice.Id, NoticeState.Unknown, now),
            ConnectorOutcome.Failed => new(notice.Id, NoticeState.Failed, now, ReasonOf(result), CountsAsTry: true),
            _ when result.Reason == Trouble.Throttled || IsUnconnected(result) => Again(notice, result.RetryAfter ?? FirstPause),
            _ => AfterTry(notice, result.RetryAfter),
        };
    }

    /// <summary>After a try that counts and that may work later.</summary>
    public DeliveryRecord AfterTry(Notice notice, TimeSpan? atLeast = null)
    {
        var now = clock.GetUtcNow();
        var pause = FirstPause * Math.Pow(2, notice.Attempts);
        if (pause > LongestPause) pause = LongestPause;
        if (atLeast > pause) pause = atLeast.Value;
        pause = Jitter(pause);

        var isOver = notice.Attempts + 1 >= MostTries || now + pause - (notice.FirstTriedAt ?? now) > Deadline;
        return isOver
            ? new(notice.Id, NoticeState.Failed, now, FailureReason.GaveUp, CountsAsTry: true)
            : new(notice.Id, NoticeState.Queued, now, Due: now + pause, CountsAsTry: true);
    }

    /// <summary>After a try that does not count.</summary>
    public DeliveryRecord Again(Notice notice, TimeSpan pause)
    {
        var now = clock.GetUtcNow();
        return new(notice.Id, NoticeState.Queued, now, Due: now + Jitter(pause));
    }

    /// <summary>Nothing left this machine: nobody listened there, or there was no token.</summary>
    public static bool IsUnconnected(ConnectorResult result) => result.ErrorCode is "NotConnected" or "NoToken";

    /// <summary>A fifth more or less, so that those who failed together do not come back together.</summary>
    private TimeSpan Jitter(TimeSpan pause) => pause * (0.8 + (0.4 * random.NextDouble()));

    private static FailureReason ReasonOf(ConnectorResult result) => result.Reason switch
    {
        Trouble.Blocked or Trouble.Disabled => FailureReason.Blocked,
        Trouble.NotInstalled => FailureReason.NotInstalled,
        Trouble.NotFound => FailureReason.NotFound,

        // Which code a blocked chat answers varies; the status does not (Teams docs: proactive messages).
        Trouble.Refused when result is { Status: 403, ErrorCode: not ("NotEnoughPermissions" or "InvalidBotApiHost") } => FailureReason.Blocked,
        _ => FailureReason.Refused,
    };
}
