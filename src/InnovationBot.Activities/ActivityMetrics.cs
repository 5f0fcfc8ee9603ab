using System.Diagnostics.Metrics;

namespace InnovationBot.Activities;

/// <summary>Counters of the meter <c>InnovationBot.Activities</c>; tags come from closed lists, so that no stranger can make them grow.</summary>
public sealed class ActivityMetrics
{
    public const string MeterName = "InnovationBot.Activities";

    private readonly Counter<long> turns;
    private readonly Histogram<double> duration;
    private readonly Counter<long> refusals;
    private readonly Counter<long> calls;

    public ActivityMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        turns = meter.CreateCounter<long>("innovationbot.turns", "{turn}", "Requests at the door, by activity type and HTTP status.");
        duration = meter.CreateHistogram<double>("innovationbot.turn.duration", "s", "Time from request to answer.");
        refusals = meter.CreateCounter<long>("innovationbot.authentication.refusals", "{request}", "Requests that were not believed, by reason.");
        calls = meter.CreateCounter<long>("innovationbot.connector.calls", "{call}", "Calls to the connector, by operation, outcome and reason.");
    }

    internal void Turn(string? type, int status, TimeSpan time)
    {
        if (turns.Enabled) turns.Add(1, new("type", Known(type)), new("status", status));
        if (duration.Enabled) duration.Record(time.TotalSeconds, new KeyValuePair<string, object?>("type", Known(type)));
    }

    internal void Refused(AuthenticationRefusal refusal)
    {
        if (refusals.Enabled) refusals.Add(1, new KeyValuePair<string, object?>("reason", refusal.ToString()));
    }

    internal void ConnectorCall(string operation, ConnectorResult result)
    {
        if (calls.Enabled) calls.Add(1, new("operation", operation), new("outcome", result.Outcome.ToString()), new("reason", result.Reason?.ToString()));
    }

    /// <summary>The type when it is one of the protocol's; a stranger's word otherwise stays out of log and counters.</summary>
    internal static string Known(string? type) => type switch
    {
        ActivityTypes.Message => ActivityTypes.Message,
        ActivityTypes.Invoke => ActivityTypes.Invoke,
        ActivityTypes.MessageReaction or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.ConversationUpdate
            or ActivityTypes.InstallationUpdate or ActivityTypes.Event or ActivityTypes.Typing => type,
        null => "none",
        _ => "other",
    };
}
