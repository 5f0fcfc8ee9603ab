using System.Diagnostics;
using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using InnovationBot.Search;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;
using InnovationBot.Service.Sample;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks;

/// <summary>
/// <c>search</c>: the search by itself, in this process, over a library of many cases: how fast it is indexed, what an ask of twelve words takes
/// beside the bare query of Lucene.Net over one field of the same texts, and how soon an added case is found.
/// </summary>
internal static class SearchBenchmark
{
    private const int WarmUp = 300;
    private const int Measured = 1_500;
    private const int Added = 40;

    public static async Task<int> Run(int size, string? languagePack)
    {
        var folder = Directory.CreateTempSubdirectory("innovationbot-bench-").FullName;
        try
        {
            await using var services = new ServiceCollection()
                .AddStore($"Data Source={Path.Combine(folder, "network.db")}")
                .AddSearch(new SearchOptions { Folder = Path.Combine(folder, "index"), LanguagePack = languagePack })
                .BuildServiceProvider();
            await Fill(services, size);
            await Measure(services, size, Path.Combine(folder, "bare"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task Fill(ServiceProvider services, int size)
    {
        await services.GetRequiredService<Store>().Open(CancellationToken.None);
        await using (var scope = services.CreateAsyncScope())
            await new SampleNetwork(scope.ServiceProvider.GetRequiredService<NetworkDb>(), services.GetRequiredService<TimeProvider>()).Load(CancellationToken.None);
        await new GeneratedCases(services, seed: 20_001).Add(size, CancellationToken.None);
    }

    private static async Task Measure(ServiceProvider services, int size, string bareFolder)
    {
        var pack = services.GetRequiredService<PackKeeper>();
        Report.Line($"{size} cases, {(pack.Words is null ? "own lexicon alone" : "with a language pack")}; {Numbers.Megabytes(Resident()):0} MB resident before indexing");
        var began = Stopwatch.GetTimestamp();
        await services.GetRequiredService<ISearchIndex>().CatchUp(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Report.Line($"indexed in {seconds:0.0} s, reading the store and learning what fits included; {Numbers.Megabytes(Resident()):0} MB resident, at most {Numbers.Megabytes(Peak()):0}");
        Report.Aim("cases indexed a second", size / seconds, "1,800", size / seconds >= 1_800);

        using var bare = BareIndex.Of(services, bareFolder);
        var asks = Texts();
        var search = services.GetRequiredService<ISearch>();
        var lexical = new LexicalPart(services);
        var (ours, theirs, whole) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Measured; i++)
        {
            var (text, language) = asks[i % asks.Count];
            var timed = (Bare: Time(() => bare.Find(text)), Lexical: Time(() => lexical.Find(text, language)), Whole: await TimeAsync(() => search.Find(new(text, language, Reader.Anybody), CancellationToken.None)));
            if (i < WarmUp) continue;
            theirs.Add(timed.Bare);
            ours.Add(timed.Lexical);
            whole.Add(timed.Whole);
        }

        Report.Line($"bare query, one field, best 20: p50 {Numbers.Median(theirs):0.00} ms, p99 {Numbers.Percentile(theirs, 0.99):0.0} ms");
        Report.Line($"lexical part, best 200:         p50 {Numbers.Median(ours):0.00} ms, p99 {Numbers.Percentile(ours, 0.99):0.0} ms");
        Report.Line($"whole search, 50 cases and 50 people: p50 {Numbers.Median(whole):0.0} ms, p99 {Numbers.Percentile(whole, 0.99):0.0} ms");
        var ratio = Numbers.Median(ours) / Numbers.Median(theirs);
        Report.Aim("lexical part of the bare query, p50", ratio, "at most 1.5", ratio <= 1.5);
        if (size >= 100_000) Report.Aim("p99 of the whole search, ms", Numbers.Percentile(whole, 0.99), "under 80", Numbers.Percentile(whole, 0.99) < 80);

        var found = new List<double>();
        for (var i = 0; i < Added; i++) found.Add(await TimeUntilFound(services, i));
        Report.Aim("an added case found, ms after its commit, median", Numbers.Median(found), "10", Numbers.Median(found) <= 10);
        Report.Line($"                    p99 {Numbers.Percentile(found, 0.99):0.0} ms; {Numbers.Megabytes(Resident()):0} MB resident at the end, at most {Numbers.Megabytes(Peak()):0}");
    }

    /// <summary>From the commit of one case to an answer that has it; the answer's own time is not counted.</summary>
    private static async Task<double> TimeUntilFound(ServiceProvider services, int number)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var word = $"quixotrope{number}";
        var id = EntityId.New<CaseId>(clock.GetUtcNow());
        await using (var db = await services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContextAsync())
        {
            db.Cases.Add(new Case
            {
                Id = id, Key = word, Title = $"The {word} of the town hall", Problem = $"Nobody repairs the {word}.", WhatWasDone = "A carpenter came.", Language = Language.English,
                CreatedAt = clock.GetUtcNow(), PublishedAt = clock.GetUtcNow(),
            });
            db.Changes.Add(Change.Of(ChangedKind.Case, id.Value, clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        var began = Stopwatch.GetTimestamp();
        await services.GetRequiredService<ISearchIndex>().CatchUp(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var answer = await services.GetRequiredService<ISearch>().Find(new($"the {word} is broken", Language.English, Reader.Anybody, EvenIfNothingFits: true), CancellationToken.None);
        return answer.Cases.Count > 0 && answer.Cases[0].Id == id ? took : throw new InvalidOperationException("The added case is not found.");
    }

    /// <summary>The first twelve words of what people ask.</summary>
    private static List<(string Text, Language Language)> Texts() =>
        [.. Asks.Texts().Select(one => (string.Join(' ', one.Text.Split(' ').Take(12)), one.Language))];

    private static double Time(Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<double> TimeAsync(Func<ValueTask<SearchAnswer>> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static long Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    /// <summary>From a text to the best documents by its words, as the product does it.</summary>
    private sealed class LexicalPart(IServiceProvider services)
    {
        private readonly IndexKeeper keeper = services.GetRequiredService<IndexKeeper>();
        private readonly Lexicon lexicon = services.GetRequiredService<Lexicon>();
        private readonly TextMeaning? meaning = services.GetRequiredService<PackKeeper>().Words;
        private readonly Tuning tuning = services.GetRequiredService<Tuning>();

        public void Find(string text, Language language)
        {
            using var generation = keeper.Use(CancellationToken.None).AsTask().GetAwaiter().GetResult();
            using var view = generation.Index.Read();
            var plan = AskPlan.Of(Ask.Read(text, language, lexicon, meaning), view.Reader, lexicon, meaning, tuning, Target.Cases);
            PostingsScorer.Best(plan, view.Reader, Reader.Anybody, tuning, 200);
        }
    }
}
