using System.Diagnostics;
using System.Diagnostics.Metrics;
using InnovationBot.Network;
using InnovationBot.Network.Problems;

namespace InnovationBot.Search.Watching;

/// <summary>Counters of the meter <c>InnovationBot.Search</c>.</summary>
internal sealed class SearchMetrics
{
    public const string MeterName = "InnovationBot.Search";

    private static readonly ActivitySource Source = new("InnovationBot");

    private readonly Counter<long>? searches;
    private readonly Histogram<double>? duration;
    private readonly Counter<long>? embeddings;

    /// <param name="meters">None where nothing is measured: a command's own search.</param>
    public SearchMetrics(IMeterFactory? meters = null)
    {
        if (meters?.Create(MeterName) is not { } meter) return;
        searches = meter.CreateCounter<long>("innovationbot.searches", "{search}", "Searches for a problem, by how well their best hit fits.");
        duration = meter.CreateHistogram<double>("innovationbot.search.duration", "s", "Time of a search.");
        embeddings = meter.CreateCounter<long>("innovationbot.embeddings", "{text}", "Texts that a model was to embed, by purpose (ask, library) and outcome: made, kept, late, failed, used_up.");
    }

    /// <summary>Measures one search, and shows it in the trace of its turn.</summary>
    public async ValueTask<SearchAnswer> Measure(Func<ValueTask<SearchAnswer>> search)
    {
        using var trace = Source.StartActivity("search");
        var started = Stopwatch.GetTimestamp();
        var answer = await search();
        searches?.Add(1, new KeyValuePair<string, object?>("fit", Vocabulary.Write(answer.Fit)));
        duration?.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return answer;
    }

    /// <param name="purpose">"ask" or "library".</param>
    /// <param name="outcome">"made", "kept" (from the cache), "late", "failed" or "used_up" (the day's budget).</param>
    public void Embedded(string purpose, string outcome, int texts = 1) => embeddings?.Add(texts, new("purpose", purpose), new("outcome", outcome));
}
