using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Tests.Embeddings;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Search.Tests.Judged;

/// <summary>
/// The same asks with a model's embeddings, by models in its place: one that sees only which words are the same, one that sees only letters, neither of which
/// knows another language, and those that know more or less surely which case is meant. Whatever a model is worth, what comes of words and embeddings
/// together is never more than a hundredth below the better of the two, and of one kind of asks not more than two.
/// </summary>
public sealed class JudgedAsksWithModelTests(JudgedAsksTests.SampleSearch sample) : IClassFixture<JudgedAsksTests.SampleSearch>
{
    private static readonly string[] Kinds = ["ordinary", "paraphrase", "across"];

    [Fact]
    public Task A_model_of_words_hardly_harms() => Fused_is_hardly_worse_than_the_better_part(new StandInModel());

    [Fact]
    public Task A_model_of_letters_hardly_harms() => Fused_is_hardly_worse_than_the_better_part(new LettersModel());

    [Theory]
    [InlineData(0.35f)]
    [InlineData(1f)]
    public async Task A_model_that_knows_much_is_followed(float surely) => await Fused_is_hardly_worse_than_the_better_part(new KnowingModel(await sample.Cases(), surely));

    private async Task Fused_is_hardly_worse_than_the_better_part(IEmbeddingGenerator<string, Embedding<float>> model)
    {
        await using var services = new ServiceCollection().AddSingleton(new EmbeddingSource(model, model.GetType().Name, 100_000))
            .AddStore(sample.ConnectionString).AddSearch(new SearchOptions()).BuildServiceProvider();
        await services.GetRequiredService<IEmbeddings>().CatchUp(TestContext.Current.CancellationToken);
        var readable = (await sample.Cases()).Where(one => Access.Of(one).Any(access => access is Access.Everybody or Access.PublicBodies)).ToList();
        var vectors = readable.Zip(await model.GenerateAsync(readable.Select(one => EmbeddedText.Of(one).Single().Text))).Select(pair => (pair.First.Key, Vector: Normal(pair.Second))).ToList();

        var measured = new List<(string Kind, double Words, double Alone, double Fused)>();
        foreach (var kind in Kinds)
        {
            foreach (var (ask, grades) in JudgedAsksTests.SampleSearch.Asks(kind).Where((_, place) => place % 2 == 0))
            {
                var direction = Normal((await model.GenerateAsync([ask.Text]))[0]);
                measured.Add((
                    kind,
                    Gain([.. (await sample.Find(ask, cases: 10, people: 0)).Cases.Select(hit => sample.CaseKeys[hit.Id])]),
                    Gain([.. vectors.OrderByDescending(one => EmbeddingTable.Cosine(one.Vector, direction)).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key)]),
                    Gain([.. (await JudgedAsksTests.SampleSearch.Find(services, ask, cases: 10, people: 0)).Cases.Select(hit => sample.CaseKeys[hit.Id])])));

                double Gain(List<string> names) => JudgedAsksTests.Gain(names, grades, first: 10);
            }
        }

        foreach (var kind in Kinds.Append("all kinds"))
        {
            var its = measured.Where(one => kind == "all kinds" || one.Kind == kind).ToList();
            var (words, alone, fused) = (its.Average(one => one.Words), its.Average(one => one.Alone), its.Average(one => one.Fused));
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{model.GetType().Name}, {kind}: nDCG@10 words {words:0.000}, embeddings {alone:0.000}, fused {fused:0.000}"));
            if (kind == "all kinds") fused.ShouldBeGreaterThanOrEqualTo(0.99 * Math.Max(words, alone));
            else fused.ShouldBeGreaterThanOrEqualTo(0.98 * Math.Max(words, alone), kind);
        }
    }

    private static float[] Normal(Embedding<float> made)
    {
        var vector = made.Vector.ToArray();
        EmbeddingTable.Normalise(vector);
        return vector;
    }

    /// <summary>Three letters after each other are what it sees of a text.</summary>
    private sealed class LettersModel : TextModel
    {
        protected override float[] Vector(string text)
        {
            var vector = new float[384];
            var lower = text.ToLowerInvariant();
            for (var at = 0; at + 3 <= lower.Length; at++)
            {
                var hash = 17u;
                for (var i = at; i < at + 3; i++) hash = (hash * 31) + lower[i];
                vector[hash % vector.Length] += 1;
            }

            return vector;
        }
    }

    /// <summary>Of an ask's vector one part is that of the cases which answer it, the rest chance; so it is of a case's text without its title.</summary>
    private sealed class KnowingModel : TextModel
    {
        private const int Length = 64;

        private readonly Dictionary<string, IReadOnlyList<string>> meant = new(StringComparer.Ordinal);
        private readonly List<(string Title, string Said)> texts;
        private readonly float surely;

        /// <param name="surely">What it knows against one part of chance.</param>
        public KnowingModel(IReadOnlyList<Case> cases, float surely)
        {
            this.surely = surely;
            var titles = cases.ToDictionary(one => one.Key, one => one.Title);
            texts = [.. cases.Select(one => (one.Title, one.WhatWasDone))];
            foreach (var one in cases) meant[one.Title] = [one.Title];
            foreach (var (ask, grades) in Kinds.SelectMany(JudgedAsksTests.SampleSearch.Asks)) meant[ask.Text] = [.. grades.Keys.Select(key => titles[key])];
        }

        protected override float[] Vector(string text)
        {
            if (!meant.TryGetValue(text, out var titles))
            {
                var first = text.Split('\n')[0];
                var its = texts.Find(one => text.Contains(one.Said, StringComparison.Ordinal)).Title ?? first;
                if (first == its) return Chance(first); // of a case, its title
                titles = [its];
            }

            var vector = Chance("ask " + text);
            foreach (var title in titles)
            {
                var meaning = Chance(title);
                for (var i = 0; i < Length; i++) vector[i] += surely * meaning[i];
            }

            return vector;
        }

        private static float[] Chance(string text)
        {
            var bytes = new byte[Length];
            for (var at = 0; at < Length; at += SHA256.HashSizeInBytes) SHA256.HashData(Encoding.UTF8.GetBytes($"{at} {text}"), bytes.AsSpan(at));
            return [.. bytes.Select(number => number - 127.5f)];
        }
    }
}
