using System.Diagnostics.Metrics;

namespace InnovationBot.Service.Watching;

/// <summary>Counters of the meter <c>InnovationBot.Caches</c>.</summary>
internal sealed class CacheMetrics
{
    public const string MeterName = "InnovationBot.Caches";

    private readonly Counter<long> lookups;

    public CacheMetrics(IMeterFactory meters) =>
        lookups = meters.Create(MeterName).CreateCounter<long>("innovationbot.cache.lookups", "{lookup}", "Looks into a cache, by cache and whether it was there.");

    public void Looked(string cache, bool isThere)
    {
        if (lookups.Enabled) lookups.Add(1, new("cache", cache), new("outcome", isThere ? "hit" : "miss"));
    }
}
