using System.Diagnostics.Metrics;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Service.Delivery;

/// <summary>Counters of the meter <c>InnovationBot.Delivery</c>.</summary>
internal sealed class DeliveryMetrics
{
    public const string MeterName = "InnovationBot.Delivery";

    private readonly Counter<long> ended;
    private readonly Histogram<double> lag;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        ended = meter.CreateCounter<long>("innovationbot.notices.ended", "{notice}", "Tries that ended, by state and reason.");
        lag = meter.CreateHistogram<double>("innovationbot.notices.lag", "s", "Time from when a notice was due until it was sent.");
    }

    public void Ended(DeliveryRecord record, Notice notice)
    {
        if (ended.Enabled)
        {
            ended.Add(1, new("state", Vocabulary.Write(record.State)), new("reason", record.Reason is { } reason ? Vocabulary.Write(reason) : null));
        }

        if (lag.Enabled && record.State == NoticeState.Sent) lag.Record(Math.Max(0, (record.At - notice.Due).TotalSeconds));
    }
}
