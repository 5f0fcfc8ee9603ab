using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Embeddings;
using InnovationBot.Search.Embeddings;
using InnovationBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests.Embeddings;

public sealed class EmbeddingTests
{
    private static readonly Network.Cases.Case Lamp = Case("Half a year in the dark", "Each broken lamp in our village waited half a year for somebody with a ladder.");

    [Fact]
    public async Task A_case_is_found_by_what_it_means_when_a_model_is_configured()
    {
        var model = new StandInModel();
        await using var network = await Open(embeddings: model.Source());
        await Fill(network);
        await network.Embeddings.CatchUp(TestContext.Current.CancellationToken);

        (await network.Ask("lanterns", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id);
    }

    [Fact]
    public async Task Nothing_is_made_twice_and_what_changed_is_made_anew()
    {
        var model = new StandInModel();
        await using var network = await Open(embeddings: model.Source());
        await Fill(network);
        await network.Embeddings.CatchUp(CancellationToken.None);
        var made = model.Asked.Count;

        await using (var another = network.Another(embeddings: model.Source()))
        {
            await another.Embeddings.CatchUp(CancellationToken.None);
            model.Asked.Skip(made).ShouldAllBe(text => !text.Contains("ladder"), "all cases are stored; only titles are tried");
        }

        model.Asked.Clear();
        var changed = await network.Stored<Network.Cases.Case>(Lamp.Id);
        changed.Problem = "Every lamp is dark and the ladder is broken too.";
        await network.Save(changed);
        await network.Embeddings.CatchUp(CancellationToken.None);
        model.Asked.Single().ShouldContain("the ladder is broken too");
    }

    [Fact]
    public async Task A_stopped_making_goes_on_from_what_is_stored()
    {
        var model = new StandInModel { Fails = request => request > 2 };
        await using var network = await Open(embeddings: model.Source());
        await network.Save([.. Enumerable.Range(0, 70).Select(i => Case($"Case {i}", $"Problem number {i} is about thing{i}."))]);
        await Should.ThrowAsync<EmbeddingException>(() => network.Embeddings.CatchUp(CancellationToken.None));
        var stored = await network.Count<StoredEmbedding>();
        stored.ShouldBe(32, "the first request tells the length, the second was kept");

        model.Fails = _ => false;
        model.Asked.Clear();
        await network.Embeddings.CatchUp(CancellationToken.None);
        model.Asked.Count(text => text.StartsWith("Case ", StringComparison.Ordinal) && text.Contains('\n')).ShouldBe(70 - 32);
        (await network.Count<StoredEmbedding>()).ShouldBe(70);
    }

    [Fact]
    public async Task Another_model_makes_all_anew()
    {
        await using var network = await Open(embeddings: new StandInModel().Source("small"));
        await Fill(network);
        await network.Embeddings.CatchUp(CancellationToken.None);

        var large = new StandInModel(128);
        await using var another = network.Another(embeddings: large.Source("large"));
        await another.Embeddings.CatchUp(CancellationToken.None);
        large.Asked.ShouldContain(text => text.Contains("ladder"));
        (await network.Models()).ShouldBe(["large/128"]);
    }

    [Fact]
    public async Task A_vector_of_another_length_is_not_compared_and_the_rest_is_made_anew()
    {
        var model = new StandInModel(64);
        await using var network = await Open(embeddings: model.Source());
        await Fill(network);
        await network.Embeddings.CatchUp(CancellationToken.None);

        model.Length = 96;
        (await network.Ask("broken lamp", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id, "the words alone");
        await network.Save(Case("Trees", "Old trees fall on the road."));
        await network.Embeddings.CatchUp(CancellationToken.None);
        (await network.Models()).ShouldBe(["stand-in/96"]);
        (await network.Ask("lanterns", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id);
    }

    [Fact]
    public async Task An_endpoint_that_is_slow_or_down_is_waited_for_briefly_and_then_not_at_all()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var model = new StandInModel();
        await using var network = await Open(embeddings: model.Source(), clock: clock);
        await Fill(network);
        var making = network.Embeddings.CatchUp(CancellationToken.None);
        while (!making.IsCompleted) { clock.Advance(TimeSpan.FromSeconds(1)); await Task.Yield(); }
        await network.Ask("lanterns");

        model.Waits = new TaskCompletionSource().Task; // never
        var before = model.Requests;
        var asked = network.AskNow("lanterns", evenIfNothingFits: true);
        await Until(() => model.Requests > before);
        asked.IsCompleted.ShouldBeFalse();
        clock.Advance(AskEmbedder.TimeBox);
        (await asked.WaitAsync(Patience.Limit, TimeProvider.System, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        model.Waits = null;
        model.Fails = _ => true;
        for (var i = 0; i < 2; i++) await network.AskNow("lamp");
        before = model.Requests;
        await network.AskNow("lamp");
        model.Requests.ShouldBe(before, "the breaker is open");

        model.Fails = _ => false;
        clock.Advance(TimeSpan.FromSeconds(31));
        (await network.AskNow("lanterns", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id);
    }

    [Fact]
    public async Task Once_the_days_asks_are_used_up_the_words_find_and_the_next_day_the_model_is_asked_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var model = new StandInModel();
        await using var network = await Open(embeddings: model.Source(asksPerDay: 2), clock: clock);
        await Fill(network);
        var making = network.Embeddings.CatchUp(CancellationToken.None);
        while (!making.IsCompleted) { clock.Advance(TimeSpan.FromSeconds(1)); await Task.Yield(); }

        var before = model.Requests;
        (await network.AskNow("lanterns", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id);
        for (var i = 0; i < 5; i++) (await network.AskNow("broken lamp", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id);
        model.Requests.ShouldBe(before + 2);

        clock.Advance(TimeSpan.FromDays(1));
        (await network.AskNow("lanterns", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(Lamp.Id);
        model.Requests.ShouldBe(before + 3);
    }

    [Fact]
    public async Task A_model_whose_titles_do_not_find_their_cases_is_not_listened_to()
    {
        await using var network = await Open(embeddings: new RandomModel().Source);
        await network.Save([.. Enumerable.Range(0, 40).Select(i => Case($"Case of thing{i}", $"Here thing{i} breaks again and again."))]);
        await network.Embeddings.CatchUp(CancellationToken.None);
        for (var i = 0; i < 10; i++)
        {
            var first = (await network.AskNow($"why does thing{i} break", evenIfNothingFits: true)).Cases[0];
            (await network.Stored<Network.Cases.Case>(first.Id)).Title.ShouldBe($"Case of thing{i}");
        }
    }

    [Fact]
    public async Task A_model_that_finds_what_belongs_together_better_than_the_words_leads_although_many_cases_are_about_the_same()
    {
        await using var network = await Open(embeddings: new ThemesModel().Source);
        var cases = (from theme in Enumerable.Range(0, 10)
                     from one in Enumerable.Range(0, 5)
                     select (Theme: theme, Case: Case($"What theme{theme}word{one} taught us", $"Every week theme{theme}word{one + 5} stops the work of an office, and people who came for it go home again."))).ToList();
        await network.Save([.. cases.Select(one => one.Case), Case("What the reading room taught us", "Nobody finds the reading room upstairs, and it stays empty all week.")]);
        await network.Embeddings.CatchUp(TestContext.Current.CancellationToken);

        foreach (var theme in Enumerable.Range(0, 10))
        {
            var found = (await network.AskNow($"theme{theme}word99 in the reading room", evenIfNothingFits: true)).Cases.Take(5).Select(hit => hit.Id);
            found.ShouldBe(cases.Where(one => one.Theme == theme).Select(one => one.Case.Id), ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_model_is_tried_once_and_again_when_there_is_twice_as_much()
    {
        var model = new StandInModel();
        await using var network = await Open(embeddings: model.Source());
        await network.Save([.. Enumerable.Range(0, 20).Select(Numbered)]);
        await network.Embeddings.CatchUp(CancellationToken.None);
        await network.Embeddings.CatchUp(CancellationToken.None);
        TimesTried().ShouldBe(1);

        await network.Save([.. Enumerable.Range(20, 10).Select(Numbered)]);
        await network.Embeddings.CatchUp(CancellationToken.None);
        await network.Embeddings.CatchUp(CancellationToken.None);
        TimesTried().ShouldBe(1);

        await network.Save([.. Enumerable.Range(30, 10).Select(Numbered)]);
        await network.Embeddings.CatchUp(CancellationToken.None);
        await network.Embeddings.CatchUp(CancellationToken.None);
        TimesTried().ShouldBe(2);

        static Network.Cases.Case Numbered(int number) => Case($"Number {number}", $"Problem {number} is about thing{number}, which breaks again and again.");

        int TimesTried() => model.Asked.Count(text => text == "Number 0");
    }

    [Fact]
    public void What_a_model_counts_follows_its_odds_against_the_words()
    {
        double Weight(double model, double words, int tried = 96) => ModelWorth.Of(1, ModelWorth.OddsAgainst(model, words, tried), [], []).Weight;

        Weight(model: 20, words: 70).ShouldBe(0, "no match for the words");
        Weight(model: 70, words: 70).ShouldBeInRange(1.5, 1.7);
        Weight(model: 80, words: 70).ShouldBeGreaterThan(Weight(model: 75, words: 70));
        Weight(model: 16, words: 0, tried: 16).ShouldBeLessThanOrEqualTo(Weight(model: 96, words: 0), "few trials say less");
        ModelWorth.Of(1, odds: null, [], []).Weight.ShouldBe(0, "too few were tried to say");
    }

    [Fact]
    public async Task Numbers_made_of_a_persons_lines_go_with_the_person()
    {
        await using var network = await Open(embeddings: new StandInModel().Source());
        var ana = Ambassador("Ana", "street lights", "permits");
        await network.Save(ana);
        await network.Embeddings.CatchUp(CancellationToken.None);
        (await network.Count<StoredEmbedding>()).ShouldBe(2);

        ana.Topics.RemoveAt(1);
        await network.Save(ana);
        await network.Embeddings.CatchUp(CancellationToken.None);
        (await network.Count<StoredEmbedding>()).ShouldBe(1, "the line that is gone has none");

        await using var scope = network.Services.CreateAsyncScope();
        var data = new EmbeddingsData(scope.ServiceProvider.GetRequiredService<NetworkDb>());
        (await data.Export(ana, CancellationToken.None)).ToJsonString().ShouldContain("stand-in");
        await data.Erase(ana, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<NetworkDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        (await network.Count<StoredEmbedding>()).ShouldBe(0);
    }

    private static async Task Fill(SearchedNetwork network) =>
        await network.Save(Lamp, Case("Wet cellars", "Water from the creek stood in every cellar."), Case("A call first", "Applicants wait fourteen weeks for a building permit."));

    private static async Task Until(Func<bool> done)
    {
        while (!done()) await Task.Yield();
    }

    /// <summary>Knows which theme a word belongs to, and of other words nothing but themselves.</summary>
    private sealed class ThemesModel : TextModel
    {
        public EmbeddingSource Source => new(this, "themes", 100_000);

        protected override float[] Vector(string text)
        {
            var sum = new float[64];
            foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                var isTheme = word.StartsWith("theme", StringComparison.Ordinal);
                var random = Chance(isTheme ? word[.."theme0".Length] : word);
                for (var i = 0; i < sum.Length; i++) sum[i] += (isTheme ? 3 : 0.3f) * (random.NextSingle() - 0.5f);
            }

            return sum;
        }
    }

    /// <summary>Answers the same for the same text, and nothing that means anything.</summary>
    private sealed class RandomModel : TextModel
    {
        public EmbeddingSource Source => new(this, "random", 100_000);

        protected override float[] Vector(string text)
        {
            var random = Chance(text);
            return [.. Enumerable.Range(0, 64).Select(_ => random.NextSingle() - 0.5f)];
        }
    }

    private static Random Chance(string text) => new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
