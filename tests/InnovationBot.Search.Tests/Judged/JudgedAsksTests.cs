using System.Globalization;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Service.Sample;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Case = InnovationBot.Network.Cases.Case;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Search.Tests.Judged;

/// <summary>
/// The sample network as it is published, asked what its judged asks say. The same sample gives the same answers wherever it is
/// loaded, so the floors stand an ask or two under what was measured; docs/search.md has the figures.
/// </summary>
public sealed class JudgedAsksTests(JudgedAsksTests.SampleSearch sample) : IClassFixture<JudgedAsksTests.SampleSearch>
{
    [Theory]
    [InlineData("ordinary", 0.92, 0.98)]
    [InlineData("paraphrase", 0.75, 0.82)]
    [InlineData("across", 0.78, 0.92)]
    [InlineData("longfit", 0.92, 0.93)]
    [InlineData("later", 0.76, 0.93)]
    public async Task Cases_that_answer_come_first(string kind, double ndcg, double success)
    {
        var (gain, found) = await sample.Measure(kind);
        gain.ShouldBeGreaterThan(ndcg);
        found.ShouldBeGreaterThan(success);
    }

    [Theory]
    [InlineData("far", 0.88, 0.1)]
    [InlineData("near", 0.72, 0.1)]
    [InlineData("long", 0.44, 0.15)]
    [InlineData("lack", 0.6, 0.1)]
    public async Task What_nothing_answers_gets_nothing(string kind, double refused, double wronglySure)
    {
        var answers = await sample.Answers(kind);
        answers.Count(fit => fit == Fit.Fits).ShouldBeLessThanOrEqualTo((int)(answers.Count * wronglySure));
        ((double)answers.Count(fit => fit == Fit.Nothing) / answers.Count).ShouldBeGreaterThan(refused);
    }

    [Theory]
    [InlineData("ordinary", 0.06)]
    [InlineData("paraphrase", 0.15)]
    [InlineData("across", 0.08)]
    [InlineData("longfit", 0.06)]
    public async Task What_a_case_answers_is_seldom_refused(string kind, double refused)
    {
        var answers = await sample.Answers(kind);
        ((double)answers.Count(fit => fit == Fit.Nothing) / answers.Count).ShouldBeLessThanOrEqualTo(refused);
    }

    /// <summary>Cases and people of the sample deal with buses, drivers and nights, and nobody with attacks on those who drive.</summary>
    [Theory]
    [InlineData("en", "Bus drivers are attacked at night")]
    [InlineData("sl", "Voznike avtobusov ponoči napadajo")]
    [InlineData("da", "Buschauffører bliver overfaldet om natten")]
    [InlineData("nl", "Buschauffeurs worden 's nachts aangevallen")]
    [InlineData("fr", "Les conducteurs de bus sont agressés la nuit")]
    [InlineData("de", "Busfahrer werden nachts angegriffen")]
    public async Task What_shares_all_but_what_an_ask_is_about_is_not_said_to_fit(string language, string ask) =>
        (await sample.Find(new("bus", new Language(language), ask), cases: 5, people: 20, evenIfNothingFits: false)).Fit.ShouldNotBe(Fit.Fits);

    [Fact]
    public async Task People_who_did_it_come_first()
    {
        var (sumOfGain, found, count) = (0.0, 0, 0);
        foreach (var (ask, grades) in SampleSearch.Asks("people"))
        {
            var names = (await sample.Find(ask, cases: 5, people: 50)).People.Select(hit => sample.Emails[hit.Id]).ToList();
            sumOfGain += Gain(names, grades);
            found += names.Take(3).Any(grades.ContainsKey) ? 1 : 0;
            count++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"people: nDCG@5 {sumOfGain / count:0.000}, Success@3 {(double)found / count:0.00} over {count}"));
        (sumOfGain / count).ShouldBeGreaterThan(0.78);
        ((double)found / count).ShouldBeGreaterThan(0.85);
    }

    internal static double Gain(IReadOnlyList<string> names, Dictionary<string, int> grades, int first = 5)
    {
        double Sum(IEnumerable<int> gains) => gains.Take(first).Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
        return Sum(names.Select(name => grades.GetValueOrDefault(name))) / Sum(grades.Values.OrderDescending());
    }

    public sealed record JudgedAsk(string Id, Language Language, string Text);

    /// <summary>The sample network in a store, and the product's search over it.</summary>
    public class SampleSearch : IAsyncLifetime
    {
        // Most of the sample's restricted cases are for public bodies.
        private static readonly Reader ColleagueAtAPublicBody = new(null, null, ConfirmedPublicBody: true);

        /// <summary>None: what is measured is the own lexicon alone.</summary>
        protected virtual string? LanguagePack => null;

        private TestStore store = null!;
        private ServiceProvider services = null!;

        public Dictionary<CaseId, string> CaseKeys { get; private set; } = [];

        public Dictionary<MemberId, string> Emails { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            store = await TestStore.Open(StoreEngine.Sqlite);
            services = new ServiceCollection().AddStore(store.ConnectionString).AddSearch(new SearchOptions { LanguagePack = LanguagePack }).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            await new SampleNetwork(db, TimeProvider.System).Load(CancellationToken.None);
            CaseKeys = await db.Cases.ToDictionaryAsync(c => c.Id, c => c.Key);
            Emails = await db.Members.Where(m => m.Email != null).ToDictionaryAsync(m => m.Id, m => m.Email!);
        }

        public string ConnectionString => store.ConnectionString;

        public async Task<IReadOnlyList<Case>> Cases()
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Cases.AsNoTracking().OrderBy(one => one.Key).ToListAsync();
        }

        public static IEnumerable<(JudgedAsk Ask, Dictionary<string, int> Grades)> Asks(string kind)
        {
            var (asks, judgements) = kind == "people" ? ("people.jsonl", "people.tsv") : ("asks.jsonl", "asks.tsv");
            var grades = File.ReadLines(PathOf(judgements)).Skip(1).Select(line => line.Split('\t'))
                .GroupBy(cells => cells[0])
                .ToDictionary(query => query.Key, query => query.ToDictionary(cells => cells[1], cells => int.Parse(cells[2], CultureInfo.InvariantCulture)));
            foreach (var line in File.ReadLines(PathOf(asks)))
            {
                using var ask = JsonDocument.Parse(line);
                string Text(string name) => ask.RootElement.GetProperty(name).GetString()!;
                if (Text("id").StartsWith(kind + "-", StringComparison.Ordinal))
                    yield return (new(Text("id"), new Language(Text("language")), Text("text")), grades.GetValueOrDefault(Text("id"), []));
            }
        }

        /// <summary>The means of nDCG@5 and of Success@5 over the asks of a kind.</summary>
        public async Task<(double Gain, double Success)> Measure(string kind)
        {
            var (sumOfGain, found, count) = (0.0, 0, 0);
            foreach (var (ask, grades) in Asks(kind))
            {
                var names = (await Find(ask, cases: 100, people: 0)).Cases.Select(hit => CaseKeys[hit.Id]).ToList();
                sumOfGain += JudgedAsksTests.Gain(names, grades);
                found += names.Take(5).Any(grades.ContainsKey) ? 1 : 0;
                count++;
            }

            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{kind}: nDCG@5 {sumOfGain / count:0.000}, Success@5 {(double)found / count:0.00} over {count}"));
            return (sumOfGain / count, (double)found / count);
        }

        public async Task<List<Fit>> Answers(string kind)
        {
            var answers = new List<Fit>();
            foreach (var (ask, _) in Asks(kind)) answers.Add((await Find(ask, 5, people: 20, evenIfNothingFits: false)).Fit);
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{kind}: {answers.Count(fit => fit == Fit.Nothing)} of {answers.Count} refused, {answers.Count(fit => fit == Fit.Fits)} fit"));
            return answers;
        }

        public async Task<SearchAnswer> Find(JudgedAsk ask, int cases, int people, bool evenIfNothingFits = true) =>
            await Find(services, ask, cases, people, evenIfNothingFits);

        public static async Task<SearchAnswer> Find(IServiceProvider services, JudgedAsk ask, int cases, int people, bool evenIfNothingFits = true) =>
            await services.GetRequiredService<ISearch>().Find(new(ask.Text, ask.Language, ColleagueAtAPublicBody, cases, people, evenIfNothingFits), TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await store.DisposeAsync();
            GC.SuppressFinalize(this);
        }

        private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Judged", file);
    }
}
