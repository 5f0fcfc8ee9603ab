using System.Runtime.CompilerServices;
using InnovationBot.Search.Indexing;

namespace InnovationBot.Search.Ranking;

/// <summary>A clause met in a segment: BM25 of a term over the documents that have it.</summary>
/// <param name="Kind">Why the term is looked for.</param>
/// <param name="Weight">What it counts in a document that says nothing else.</param>
/// <param name="Postings">The documents that have it.</param>
/// <param name="Lengths">Of all documents of the segment.</param>
/// <param name="Flat">What one more occurrence must come up against in any document.</param>
/// <param name="Slope">The same for each word of the document.</param>
internal sealed record SegmentClause(ClauseKind Kind, float Weight, Postings Postings, float[] Lengths, float Flat, float Slope)
{
    public static SegmentClause Of(in Clause clause, Postings postings, SegmentFacts facts, Tuning tuning) => new(
        clause.Kind, clause.Weight * (tuning.K1 + 1), postings, clause.Field.Length == IndexFields.Length ? facts.Lengths : facts.ConceptLengths,
        tuning.K1 * (1 - tuning.B), tuning.K1 * tuning.B / clause.AverageLength);

    /// <summary>Adds what the term counts in each document of a range.</summary>
    public void Add(int range, Span<float> scores)
    {
        var documents = Postings.In(range, out var times);
        var lengths = LengthsIn(range);
        var (weight, flat, slope) = (Weight, Flat, Slope);
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            scores[document] += Score(times[i], lengths[document], weight, flat, slope);
        }
    }

    /// <summary>The same for one of several alternatives: the best counts whole, the others by <paramref name="tie"/>.</summary>
    /// <param name="best">What the best alternative so far counts.</param>
    public void Add(int range, Span<float> scores, Span<float> best, float tie)
    {
        var documents = Postings.In(range, out var times);
        var lengths = LengthsIn(range);
        var (weight, flat, slope) = (Weight, Flat, Slope);
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            var score = Score(times[i], lengths[document], weight, flat, slope);
            ref var before = ref best[document];
            var (more, less) = (Math.Max(score, before), Math.Min(score, before));
            scores[document] += more - before + tie * less;
            before = more;
        }
    }

    /// <summary>What the term counts in documents of a range; 0 in those that lack it.</summary>
    /// <param name="wanted">Ascending from the first of the range.</param>
    public void Look(int range, ReadOnlySpan<int> wanted, Span<float> scores)
    {
        var documents = Postings.In(range, out var times);
        var lengths = LengthsIn(range);
        var at = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            at = FirstFrom(documents, at, wanted[i]);
            scores[i] = at < documents.Length && documents[at] == wanted[i] ? Score(times[at], lengths[wanted[i]], Weight, Flat, Slope) : 0;
        }
    }

    /// <summary>Where the first document from <paramref name="least"/> on stands, sought in steps that double: the next one wanted is mostly near.</summary>
    private static int FirstFrom(ReadOnlySpan<ushort> documents, int at, int least)
    {
        var step = 1;
        while (at + step < documents.Length && documents[at + step] < least)
        {
            at += step;
            step *= 2;
        }

        var end = Math.Min(at + step, documents.Length);
        while (at < end)
        {
            var middle = (at + end) / 2;
            if (documents[middle] < least) at = middle + 1;
            else end = middle;
        }

        return at;
    }

    private ReadOnlySpan<float> LengthsIn(int range) => Lengths.AsSpan(range * Postings.Range, Math.Min(Postings.Range, Lengths.Length - range * Postings.Range));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Score(int times, float length, float weight, float flat, float slope) => weight * times / (times + flat + slope * length);
}
