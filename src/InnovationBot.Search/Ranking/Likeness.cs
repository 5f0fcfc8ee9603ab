using System.Runtime.InteropServices;
using InnovationBot.Network.Cases;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Packs;
using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>How like an ask every case is that its reader may find, by the cosine of their directions.</summary>
/// <param name="Cosines">By document; <see cref="Unknown"/> for those that were not compared.</param>
/// <param name="Best">The most alike, best first.</param>
/// <param name="Mean">Over all that were compared.</param>
internal sealed record Likeness(float[] Cosines, IReadOnlyList<int> Best, double Mean)
{
    public const float Unknown = float.NegativeInfinity;

    public double Top => Best.Count == 0 ? Mean : Cosines[Best[0]];

    /// <summary>From 0 for the usual to 1 for the most alike; below 0 for what is less alike than usual.</summary>
    public double Of(int document) => Cosines[document] == Unknown || Top - Mean < 1e-6 ? 0 : (Cosines[document] - Mean) / (Top - Mean);

    /// <summary>By how many deviations the most alike stands out further than chance would have it; see <see cref="Standout.Further"/>.</summary>
    public double? StandsOut(IndexReader reader)
    {
        if (Best.Count == 0) return null;
        var its = SegmentFacts.Language(reader, Best[0]);
        var (same, all) = (new Moments(), new Moments());
        foreach (var leaf in reader.Leaves)
        {
            var languages = SegmentFacts.Of(leaf.AtomicReader).Languages(leaf.AtomicReader);
            for (var document = 0; document < languages.Length; document++)
            {
                var cosine = Cosines[leaf.DocBase + document];
                if (cosine == Unknown || leaf.DocBase + document == Best[0]) continue;
                all.Add(cosine);
                if (languages[document] == its) same.Add(cosine);
            }
        }

        return Standout.Further(Cosines[Best[0]], same, all);
    }

    /// <summary>A document's cosine; 0 when it is not known.</summary>
    public double Cosine(int document) => document < 0 || Cosines[document] == Unknown ? 0 : Cosines[document];

    /// <summary>Exact, over all cases: 100,000 take a few milliseconds.</summary>
    public static Likeness? Of(IndexReader reader, Reader who, float[] ask, int most, bool lines = false)
    {
        var packed = new sbyte[ask.Length];
        Directions.Pack(ask, packed);
        return Of(reader, who, most, (leaf, facts, wanted, into) =>
        {
            var all = facts.Meanings(leaf.AtomicReader, packed.Length);
            if (all.Length == 0) return;
            for (var document = 0; document < into.Length; document++)
            {
                if (wanted(document)) into[document] = Directions.Product(packed, all.AsSpan(document * packed.Length, packed.Length)) / (127f * 127f);
            }
        }, lines);
    }

    /// <summary>The same by embeddings: exact too, of those that have one.</summary>
    public static Likeness? Of(IndexReader reader, Reader who, float[] ask, EmbeddingTable table, int most, bool lines = false) => Of(reader, who, most, (leaf, facts, wanted, into) =>
    {
        var places = facts.Places(leaf.AtomicReader, table);
        for (var document = 0; document < into.Length; document++)
        {
            if (places[document] >= 0 && wanted(document)) into[document] = EmbeddingTable.Cosine(ask, table[places[document]]);
        }
    }, lines);

    /// <param name="compare">Fills the cosines of a segment's wanted documents.</param>
    /// <returns><c>null</c> when nothing can be compared.</returns>
    public static Likeness? Of(IndexReader reader, Reader who, int most, Comparison compare, bool lines)
    {
        var cosines = new float[reader.MaxDoc];
        Array.Fill(cosines, Unknown);
        var best = new PriorityQueue<int, Standing>(most + 1);
        var (count, sum) = (0, 0.0);
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var facts = SegmentFacts.Of(segment);
            var (readable, live) = (facts.Readable(segment, who), segment.LiveDocs);
            var into = cosines.AsSpan(leaf.DocBase, segment.MaxDoc);
            compare(leaf, facts, document => facts.Cases.Get(document) != lines && readable.Get(document) && live?.Get(document) != false, into);
            for (var document = 0; document < into.Length; document++)
            {
                var cosine = into[document];
                if (cosine == Unknown) continue;
                (count, sum) = (count + 1, sum + cosine);
                if (best.Count == most && best.TryPeek(out _, out var least) && cosine < least.Score) continue;
                best.Enqueue(leaf.DocBase + document, new(cosine, facts.Orders[document]));
                if (best.Count > most) best.Dequeue();
            }
        }

        if (count == 0) return null;
        var order = new int[best.Count];
        for (var i = order.Length - 1; i >= 0; i--) order[i] = best.Dequeue();
        return new(cosines, order, sum / count);
    }

    public delegate void Comparison(AtomicReaderContext leaf, SegmentFacts facts, Func<int, bool> wanted, Span<float> into);
}
