using System.Diagnostics.Metrics;

namespace InnovationBot.Service.Phrasing;

/// <summary>Counters of the meter <c>InnovationBot.Phrasing</c>.</summary>
internal sealed class PhrasingMetrics
{
    public const string MeterName = "InnovationBot.Phrasing";

    private readonly Counter<long> asked;
    private readonly Counter<long> assessed;
    private readonly Counter<long> thumbs;

    public PhrasingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        asked = meter.CreateCounter<long>("innovationbot.phrasings", "{request}", "What the chat model was to write, by outcome: written, late, failed, throttled, nonsense, resting, used_up.");
        assessed = meter.CreateCounter<long>("innovationbot.assessments", "{request}", "Statements the chat model was to judge, by outcome: judged, late, failed, throttled, nonsense, resting, used_up.");
        thumbs = meter.CreateCounter<long>("innovationbot.phrasing.thumbs", "{thumb}", "Thumbs under what the chat model wrote.");
    }

    public void Asked(string outcome) => asked.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Assessed(string outcome) => assessed.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Judged(bool isLiked) => thumbs.Add(1, new KeyValuePair<string, object?>("thumb", isLiked ? "up" : "down"));
}
