using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;
using static InnovationBot.Search.Tests.SearchedNetwork;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Search.Tests.Ranking;

/// <summary>The scores beside those that come of the formula alone, word by word and document by document.</summary>
public sealed class PostingsScorerTests
{
    private const int Most = 50;
    private static readonly OrganisationId Office = new(Guid.NewGuid());
    private static readonly Tuning Numbers = Tuning.Chosen;

    private static readonly string[] Said =
    [
        "applicants wait for a building permit", "the queue at the counter is long", "drawings are missing", "the phone is never answered", "a permit costs weeks", "letters nobody understands",
        "nurses in home care drive for hours", "lamps stay dark", "the harbour floods each spring", "parents look for a nursery", "permits, permits and permits", "floods and more floods", "waiting times grow",
    ];

    private static readonly string[] Asked =
    [
        "applicants wait weeks for a building permit at the counter", "permit", "the harbour floods and the lamps stay dark", "waiting times of nurses in home care", "Baugenehmigung dauert Wochen", "quixotrope 7",
    ];

    [Fact]
    public async Task Scores_are_what_the_formula_says_over_segments_ranges_deletions_and_readers()
    {
        await using var network = await Open();
        var (lexicon, documents) = (network.Services.GetRequiredService<Lexicon>(), network.Services.GetRequiredService<Documents>());
        using var index = SearchIndex.InMemory();
        var cases = new Dictionary<Guid, Case>();
        var random = new Random(11);
        foreach (var size in new[] { Postings.Range + 700, 300, 40 })
        {
            foreach (var @case in Cases(size, random))
            {
                cases[@case.Id.Value] = @case;
                index.Add(documents.Of(@case)!);
            }

            index.Refresh();
        }

        foreach (var @case in cases.Values.Where((_, number) => number % 9 == 0).ToList())
        {
            index.Put(@case.Id, null);
            cases.Remove(@case.Id.Value);
        }

        index.Refresh();
        using var view = index.Read();
        view.Reader.Leaves.Count.ShouldBeGreaterThan(1);
        foreach (var text in Asked)
        {
            foreach (var who in new[] { Reader.Anybody, new Reader(new(Guid.NewGuid()), null, true), new Reader(new(Guid.NewGuid()), Office, false) })
            {
                var ask = Ask.Read(text, text.StartsWith('B') ? new("de") : Language.English, lexicon, null);
                var plan = AskPlan.Of(ask, view.Reader, lexicon, null, Numbers, Target.Cases);
                var expected = Plain(plan, view.Reader, document => cases.TryGetValue(Label.Of(view.Reader, document).Id, out var @case) && who.MayRead(@case));

                for (var time = 0; time < 2; time++) Check(PostingsScorer.Best(plan, view.Reader, who, Numbers, Most), expected, view.Reader);
            }
        }
    }

    private static void Check(IReadOnlyList<Scored> best, Dictionary<int, Scored> expected, IndexReader reader)
    {
        best.Count.ShouldBe(Math.Min(Most, expected.Count));
        best.Select(hit => hit.Document).ShouldBeUnique();
        best.Select(hit => (-hit.Score, SegmentFacts.Order(reader, hit.Document))).ShouldBeInOrder();
        foreach (var hit in best)
        {
            var plain = expected[hit.Document];
            hit.Score.ShouldBe(plain.Score, 1e-4);
            hit.Words.ShouldBe(plain.Words, 1e-4);
            hit.Meant.ShouldBe(plain.Meant, 1e-4);
            hit.Heaviest.ShouldBe(plain.Heaviest, 1e-4);
        }

        var shown = best.Select(hit => hit.Document).ToHashSet();
        foreach (var (document, plain) in expected)
        {
            if (!shown.Contains(document)) plain.Score.ShouldBeLessThanOrEqualTo(best[^1].Score + 1e-4f);
        }
    }

    /// <summary>BM25 by Lucene's own postings: for each word of the ask the best alternative, and a share of the others.</summary>
    private static Dictionary<int, Scored> Plain(AskPlan plan, IndexReader reader, Func<int, bool> mayBeFound)
    {
        var scored = new Dictionary<int, Scored>();
        foreach (var leaf in reader.Leaves)
        {
            foreach (var group in plan.Groups)
            {
                var found = group.Clauses.Select(clause => (clause.Kind, Scores: Scores(clause, leaf.AtomicReader))).ToList();
                foreach (var document in found.SelectMany(clause => clause.Scores.Keys).Distinct())
                {
                    var having = found.Where(clause => clause.Scores.ContainsKey(document)).Select(clause => (clause.Kind, Score: clause.Scores[document])).ToList();
                    var (most, sum) = (having.Max(one => one.Score), having.Sum(one => one.Score));
                    var near = having[0].Kind is ClauseKind.NearConcept or ClauseKind.Neighbour;
                    var word = having.Exists(one => one.Kind is ClauseKind.Word or ClauseKind.Foreign or ClauseKind.Misspelt);
                    var before = scored.GetValueOrDefault(leaf.DocBase + document);
                    scored[leaf.DocBase + document] = new(
                        leaf.DocBase + document,
                        before.Score + most + Numbers.Tie * (sum - most),
                        before.Words + (word ? group.Importance / plan.Importance : 0),
                        Math.Min(1, before.Meant + (near ? 0.3f : 1) * group.Importance / plan.Importance),
                        Math.Max(before.Heaviest, most));
                }
            }
        }

        return scored.Where(one => mayBeFound(one.Key)).ToDictionary();
    }

    private static Dictionary<int, float> Scores(Clause clause, AtomicReader segment)
    {
        var scores = new Dictionary<int, float>();
        if (segment.GetTermDocsEnum(new Term(clause.Field.Terms, clause.Term)) is not { } having) return scores;
        var lengths = segment.GetNumericDocValues(clause.Field.Length);
        for (var document = having.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = having.NextDoc())
        {
            var usual = Numbers.K1 * (1 - Numbers.B + Numbers.B * lengths.Get(document) / clause.AverageLength);
            scores[document] = clause.Weight * (Numbers.K1 + 1) * having.Freq / (having.Freq + usual);
        }

        return scores;
    }

    private static IEnumerable<Case> Cases(int count, Random random)
    {
        for (var number = 0; number < count; number++)
        {
            var @case = Case($"Case {number % 50}", string.Join(". ", random.GetItems(Said, 1 + random.Next(4))), random.Next(5) == 0 ? "de" : "en");
            @case.Readers = random.Next(4) switch { 0 => Readers.PublicBodies, 1 => Readers.Organisation, _ => Readers.Network };
            @case.OrganisationId = Office;
            yield return @case;
        }
    }
}
