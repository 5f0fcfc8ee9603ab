using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace InnovationBot.Search.Ranking;

/// <summary>
/// Pseudo-relevance feedback by a relevance model (RM3): what the best hits say beside the ask's words, the others are likely to say that speak of the same.
/// The hits are only reordered, so that it takes the same time whatever the library holds, and finds nothing that has none of what was asked.
/// </summary>
internal static class Feedback
{
    // Of a small library one or two cases answer an ask, and what the next ones say is something else: one in so many is listened to, from two on.
    private const int CasesForOne = 150;
    private const int FewestHits = 2;
    private const int MostHits = 10;

    private const int MostTerms = 20;

    // What the hits say less often is not looked up in the index.
    private const int MostWeighed = 100;

    // The power of a hit's score against the best one's: a query's likelihood falls steeply, and hits far below the best are a coincidence.
    private const double Steep = 8;
    private const double LeastShare = 0.05;

    // A word that tells less in general says nothing of what a case is about.
    private const float Telling = 0.3f;

    // Lengths are padded by this part of the usual: all words of a bare title would be telling.
    private const double LengthPadding = 0.5;

    private const int MostWords = 1_000;

    private readonly record struct Spoken(FieldPair Field, string Term);

    /// <param name="scored">Best first.</param>
    /// <returns>The same hits, their scores with what feedback adds, best first.</returns>
    public static IReadOnlyList<Scored> Reordered(IReadOnlyList<Scored> scored, AskPlan plan, Ask ask, IndexSearcher searcher, Tuning tuning)
    {
        var most = Math.Min(MostHits, plan.Documents / CasesForOne);
        if (tuning.Feedback <= 0 || most < FewestHits || scored.Count < FewestHits) return scored;
        var sure = tuning.Feedback * Fusion.Said(scored[0], plan.EffectiveWords, tuning);
        var terms = Terms(Model(scored.Take(most), searcher), searcher.IndexReader, (float)(sure * ask.Terms.Sum(term => term.Weight)));
        var added = PostingsScorer.Of(terms, [.. scored.Select(static hit => hit.Document)], searcher.IndexReader, tuning);
        return [.. scored.Select((hit, rank) => hit with { Score = hit.Score + added[rank] }).OrderByDescending(hit => hit.Score)];
    }

    /// <summary>How much the hits speak of each word, the better ones counting more.</summary>
    private static Dictionary<Spoken, double> Model(IEnumerable<Scored> hits, IndexSearcher searcher)
    {
        var model = new Dictionary<Spoken, double>();
        var best = 0f;
        foreach (var hit in hits)
        {
            best = Math.Max(best, hit.Score);
            var share = Math.Pow(hit.Score / best, Steep);
            if (share < LeastShare) break;
            var stored = searcher.Doc(hit.Document);
            var language = new Language(stored.Text(IndexFields.CaseLanguage));
            var field = IndexFields.CaseWords(language);
            var words = TextAnalysis.Of(language).Words(string.Join('\n', stored.Text(IndexFields.Title), stored.Text(IndexFields.Problem), stored.Text(IndexFields.Rest)), MostWords);
            share /= words.Count(static word => !word.IsStop) + LengthPadding * ReaderFacts.Of(searcher.IndexReader).Field(searcher.IndexReader, field).AverageLength;
            foreach (var word in words)
            {
                if (word.Weight < Telling) continue;
                var spoken = new Spoken(field, word.Stem);
                model[spoken] = model.GetValueOrDefault(spoken) + share * word.Weight;
            }
        }

        return model;
    }

    /// <summary>The words that tell most of what the hits say.</summary>
    /// <param name="mass">What they weigh together, before their rarity.</param>
    private static IEnumerable<Clause> Terms(Dictionary<Spoken, double> model, IndexReader reader, float mass)
    {
        var facts = ReaderFacts.Of(reader);
        var telling = model.OrderByDescending(static one => one.Value).ThenBy(static one => one.Key.Term, StringComparer.Ordinal).Take(MostWeighed)
            .Select(one => (Spoken: one.Key, Often: one.Value, Documents: facts.DocFreq(reader, one.Key.Field.Terms, one.Key.Term), Field: facts.Field(reader, one.Key.Field)))
            .Where(one => one.Documents > 0)
            .Select(one => (one.Spoken, one.Often, Rarity: one.Field.Rarity(one.Documents), one.Field.AverageLength))
            .OrderByDescending(one => one.Often * one.Rarity).ThenBy(one => one.Spoken.Term, StringComparer.Ordinal)
            .Take(MostTerms).ToList();
        var all = telling.Sum(one => one.Often);
        return telling.Select(one => new Clause(one.Spoken.Field, one.Spoken.Term, ClauseKind.Word, (float)(mass * one.Often / all * one.Rarity), one.AverageLength));
    }
}
