using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Service.CommandLine;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Evaluation;

/// <param name="Cases">The collection, JSON Lines.</param>
/// <param name="Queries">JSON Lines of <c>id</c>, <c>text</c> and perhaps <c>language</c> (detected when absent).</param>
/// <param name="Run">Where the run goes, in TREC's format.</param>
/// <param name="Depth">Lines a query at most, 1 to 1,000.</param>
/// <param name="People">Finds the people of the documents instead of the documents.</param>
/// <param name="NoAbstain">Writes the nearest also for queries that nothing fits.</param>
/// <param name="LanguagePack">The language pack of the installation, when it has one.</param>
/// <param name="Embeddings">The embedding model of the installation, when it has one.</param>
public sealed record EvaluateSearchOptions(string Cases, string Queries, string Run, int Depth = 100, bool People = false, bool NoAbstain = false, string? LanguagePack = null, EmbeddingSource? Embeddings = null);

/// <summary>
/// Puts a collection into a fresh store and answers queries by the product's own search, with the product's own
/// configuration, so that the run can be judged by anybody's tools.
/// </summary>
public sealed class EvaluateSearch(EvaluateSearchOptions options, TextWriter output, TextWriter progress)
{
    private const string Tag = "innovationbot";
    private const int StoredAtOnce = 1_000;

    /// <returns>0 done, 1 nothing to search, 2 unreadable input; then one sentence is on <c>progress</c>.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        if (options.Depth is < 1 or > 1000)
        {
            await progress.WriteLineAsync("--depth must be 1 to 1000.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("innovationbot-evaluate-");
        try
        {
            return await Run(folder.FullName, stop);
        }
        catch (EvaluationInputException failure)
        {
            await progress.WriteLineAsync(failure.Message);
            return 2;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await progress.WriteLineAsync($"{options.Run} cannot be written: {failure.Message}");
            return 2;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> Run(string folder, CancellationToken stop)
    {
        var collected = new ServiceCollection();
        if (options.Embeddings is { } source) collected.AddSingleton(source);
        await using var services = collected
            .AddStore($"Data Source={Path.Combine(folder, "network.db")}")
            .AddSearch(new SearchOptions { Folder = Path.Combine(folder, "index"), LanguagePack = options.LanguagePack })
            .BuildServiceProvider();
        await services.GetRequiredService<Store>().Open(stop);

        if (services.GetRequiredService<ILexiconState>().Complaint is { } lacking) await progress.WriteLineAsync(lacking);
        if (services.GetRequiredService<ILanguagePackState>().Complaint is { } complaint) await progress.WriteLineAsync(complaint);
        var detector = services.GetRequiredService<ILanguageDetector>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var queries = EvaluationInput.JsonLines(options.Queries, item => Query.Read(item, detector, taken)).ToList();
        await using (File.Open(options.Run, FileMode.OpenOrCreate, FileAccess.Write)) // said at once, and not after all the work
        {
        }

        var collection = new JudgedCollection(detector, TimeProvider.System);
        await Fill(collection, services.GetRequiredService<IDbContextFactory<NetworkDb>>(), stop);
        if (collection.Count == 0)
        {
            await progress.WriteLineAsync($"{options.Cases} has no documents.");
            return 1;
        }

        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<ISearchIndex>().CatchUp(stop);
        try
        {
            await services.GetRequiredService<IEmbeddings>().CatchUp(stop);
        }
        catch (EmbeddingException fault)
        {
            await progress.WriteLineAsync($"The search goes on without all embeddings: {fault.Message}.");
        }

        var indexing = Stopwatch.GetElapsedTime(started);
        await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(collection.Count, "document", "documents")} indexed in {indexing.TotalSeconds:0.0} s; {Counted.Of(queries.Count, "query", "queries")}"));

        var (answered, times) = await Answer(queries, collection, services.GetRequiredService<ISearch>(), stop);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            documents = collection.Count,
            queries = queries.Count,
            answered,
            indexSeconds = Math.Round(indexing.TotalSeconds, 3),
            indexBytes = new DirectoryInfo(folder).GetDirectories("index").SelectMany(index => index.GetFiles("*", SearchOption.AllDirectories)).Sum(file => file.Length),
            peakMemoryBytes = PeakMemory(),
            p50Milliseconds = Percentile(times, 0.50),
            p99Milliseconds = Percentile(times, 0.99),
        }));
        return 0;
    }

    private async Task Fill(JudgedCollection collection, IDbContextFactory<NetworkDb> contexts, CancellationToken stop)
    {
        foreach (var some in collection.Read(options.Cases).Chunk(StoredAtOnce))
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            db.AddRange(some);
            await db.SaveChangesAsync(stop);
        }
    }

    private async Task<(int Answered, List<double> Milliseconds)> Answer(List<Query> queries, JudgedCollection collection, ISearch search, CancellationToken stop)
    {
        await using var run = new StreamWriter(options.Run, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        var times = new List<double>(queries.Count);
        var answered = 0;
        foreach (var query in queries)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await search.Find(
                new(query.Text, query.Language, Reader.Anybody, options.People ? 0 : options.Depth, options.People ? options.Depth : 0, options.NoAbstain), stop);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);

            var hits = options.People
                ? answer.People.Select(hit => (Name: collection.NameOf(hit.Id), hit.Relevance)).ToList()
                : answer.Cases.Select(hit => (Name: collection.NameOf(hit.Id), hit.Relevance)).ToList();
            if (hits.Count > 0) answered++;
            var below = double.PositiveInfinity;
            for (var rank = 0; rank < hits.Count; rank++)
            {
                below = Math.Min(hits[rank].Relevance, below - 1e-7); // tools sort by score: equal ones must not change places
                await run.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{query.Id} Q0 {hits[rank].Name} {rank + 1} {below:0.0000000} {Tag}"));
            }
        }

        return (answered, times);
    }

    private static double Percentile(List<double> values, double share)
    {
        if (values.Count == 0) return 0;
        values.Sort();
        return Math.Round(values[(int)Math.Min(values.Count - 1, Math.Ceiling(share * values.Count) - 1)], 3);
    }

    private static long PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private sealed record Query(string Id, string Text, Language Language)
    {
        public static Query Read(JsonElement item, ILanguageDetector detector, HashSet<string> taken)
        {
            var text = item.Text("text") ?? "";
            return new(item.RunName("id", taken), text, Language.FromTag(item.Text("language")) ?? detector.Detect(text) ?? Language.English);
        }
    }
}
