using System.Collections.Concurrent;
using InnovationBot.Activities;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Delivery;

/// <summary>
/// Which tenants' messages wait because the channel asked for it or is not there. Kept apart from the limiter in the
/// connector client, so that nothing is marked as leaving while it would only stand there.
/// </summary>
internal sealed class ChannelHold(MachineClock clock, ILogger<ChannelHold> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> until = new();
    private readonly Lock gate = new();
    private int unanswered;
    private DateTimeOffset awayUntil;

    /// <returns>How long messages of this tenant wait; zero = not at all.</returns>
    public TimeSpan Left(string tenant)
    {
        var now = clock.Now;
        var held = until.TryGetValue(tenant, out var at) ? at - now : TimeSpan.Zero;
        var away = Away();
        return held > away ? held : away;
    }

    /// <returns>How long everything waits because the connector cannot be reached; zero = not at all.</returns>
    public TimeSpan Away()
    {
        lock (gate) return awayUntil > clock.Now ? awayUntil - clock.Now : TimeSpan.Zero;
    }

    public void Heed(string tenant, ConnectorResult result)
    {
        if (RetrySchedule.IsUnconnected(result)) Lose(result.RetryAfter);
        else if (result is { Status: not null }) Find();
        if (result is { Reason: FailureReason.Throttled, RetryAfter: { } pause }) until[tenant] = clock.Now + pause;
    }

    /// <summary>Several calls fail together when a connector goes: they count as one.</summary>
    private void Lose(TimeSpan? atLeast)
    {
        lock (gate)
        {
            if (awayUntil > clock.Now) return;
            var pause = FirstPause * Math.Pow(2, Math.Min(unanswered++, 10));
            if (pause > LongestPause) pause = LongestPause;
            if (atLeast > pause) pause = atLeast.Value;
            awayUntil = clock.Now + pause;
            Log.ConnectorAway(log, pause.TotalSeconds);
        }
    }

    private void Find()
    {
        lock (gate) unanswered = 0;
    }
}
