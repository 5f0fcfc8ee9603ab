using System.Numerics;
using InnovationBot.Network.Cases;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Packs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>How like an ask every case is that its reader may find, by the cosine of their directions.</summary>
internal sealed class Likeness
{
    private const float Unknown = float.NegativeInfinity;

    // Documents compared at once: as many as a word of a segment's bits has.
    private const int Block = 64;

    private readonly IndexReader reader;
    private readonly Comparison compare;
    private readonly Spread spread;

    private Likeness(IndexReader reader, Comparison compare, (int Document, float Score)[] best, Spread spread)
    {
        (this.reader, this.compare, this.spread) = (reader, compare, spread);
        Best = Array.ConvertAll(best, one => one.Document);
        Top = best.Length == 0 ? Mean : best[0].Score;
    }

    /// <summary>The most alike, best first.</summary>
    public IReadOnlyList<int> Best { get; }

    /// <summary>The cosine of the most alike.</summary>
    public double Top { get; }

    /// <summary>Over all that were compared.</summary>
    public double Mean => spread.Mean;

    /// <summary>From 0 for the usual to 1 for the most alike; below 0 for what is less alike than usual.</summary>
    public double Of(int document) => Compared(document) is var cosine && (cosine == Unknown || Top - Mean < 1e-6) ? 0 : (cosine - Mean) / (Top - Mean);

    /// <summary>A document's cosine; 0 when it is not known.</summary>
    public double Cosine(int document) => document < 0 || Compared(document) is not (> Unknown and var cosine) ? 0 : cosine;

    /// <summary>By how many deviations the most alike stands out further than chance would have it; see <see cref="Spread.Further"/>. Of a model's embeddings only.</summary>
    public double? StandsOut() => Best.Count == 0 ? null : spread.Further(((float)Top, SegmentFacts.Language(reader, Best[0])));

    /// <summary>Worked out again: to keep the cosines of all cases for the few that are asked for would take as much memory as ten asks do otherwise.</summary>
    private float Compared(int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        Span<float> cosine = [Unknown];
        compare(leaf, document - leaf.DocBase, 1, cosine);
        return cosine[0];
    }

    /// <summary>Exact, over all cases: 100,000 take two milliseconds.</summary>
    public static Likeness? Of(IndexReader reader, Reader who, float[] ask, int most, bool lines = false)
    {
        var packed = new sbyte[ask.Length];
        Directions.Pack(ask, packed);
        var wide = Directions.Widened(packed);
        return Of(reader, who, most, Compare, lines, isModels: false);

        void Compare(AtomicReaderContext leaf, int start, ulong wanted, Span<float> into)
        {
            var meanings = SegmentFacts.Of(leaf.AtomicReader).Meanings(leaf.AtomicReader, wide.Length);
            if (meanings.Length == 0) return;
            for (; wanted != 0; wanted &= wanted - 1)
            {
                var document = BitOperations.TrailingZeroCount(wanted);
                into[document] = Directions.Product(wide, meanings.AsSpan((start + document) * wide.Length, wide.Length)) / (127f * 127f);
            }
        }
    }

    /// <summary>The same by embeddings: exact too, of those that have one.</summary>
    public static Likeness? Of(IndexReader reader, Reader who, float[] ask, EmbeddingTable table, int most, bool lines = false) => Of(reader, who, most, (leaf, start, wanted, into) =>
    {
        var places = SegmentFacts.Of(leaf.AtomicReader).Places(leaf.AtomicReader, table);
        for (; wanted != 0; wanted &= wanted - 1)
        {
            var document = BitOperations.TrailingZeroCount(wanted);
            if (places[start + document] is >= 0 and var place) into[document] = EmbeddingTable.Cosine(ask, table[place]);
        }
    }, lines, isModels: true);

    /// <param name="isModels">How they lie apart in each language will be asked.</param>
    /// <returns><c>null</c> when nothing can be compared.</returns>
    private static Likeness? Of(IndexReader reader, Reader who, int most, Comparison compare, bool lines, bool isModels)
    {
        var best = new BestDocuments(most);
        var spread = new Spread();
        Span<float> cosines = stackalloc float[Block];
        foreach (var leaf in reader.Leaves)
        {
            var documents = new WantedDocuments(leaf, who);
            var languages = isModels ? documents.Facts.Languages(leaf.AtomicReader) : [];
            for (var start = 0; start < leaf.AtomicReader.MaxDoc; start += Block)
            {
                if (documents.Word(start, lines) is not (not 0 and var wanted)) continue;
                cosines.Fill(Unknown);
                compare(leaf, start, wanted, cosines);
                for (var left = wanted; left != 0; left &= left - 1)
                {
                    var document = BitOperations.TrailingZeroCount(left);
                    if (cosines[document] == Unknown) continue;
                    if (isModels) spread.Add(cosines[document], languages[start + document]);
                    else spread.Add(cosines[document]);
                }

                best.Offer(cosines[..Math.Min(Block, leaf.AtomicReader.MaxDoc - start)], start, documents, Unknown);
            }
        }

        return spread.Count == 0 ? null : new(reader, compare, best.Take(), spread);
    }

    /// <summary>Fills the cosines of those documents from <paramref name="start"/> on whose bit is set and that can be compared.</summary>
    private delegate void Comparison(AtomicReaderContext leaf, int start, ulong wanted, Span<float> into);
}
