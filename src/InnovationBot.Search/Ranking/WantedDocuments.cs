using InnovationBot.Network.Cases;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>Which documents of a segment may be shown to a reader: not those that were deleted.</summary>
internal readonly struct WantedDocuments
{
    private readonly FixedBitSet readable;
    private readonly IBits? live;

    public WantedDocuments(AtomicReaderContext leaf, Reader who)
    {
        Facts = SegmentFacts.Of(leaf.AtomicReader);
        (DocBase, readable, live) = (leaf.DocBase, Facts.Readable(leaf.AtomicReader, who), leaf.AtomicReader.LiveDocs);
    }

    public SegmentFacts Facts { get; }

    /// <summary>The segment's first document in the whole index.</summary>
    public int DocBase { get; }

    public bool Has(int document) => readable.Get(document) && live?.Get(document) != false;

    /// <summary>Of the 64 documents from a multiple of 64 on, a bit for each that is wanted.</summary>
    /// <param name="lines">Those of profiles' lines, else those of cases.</param>
    public ulong Word(int document, bool lines)
    {
        var cases = (ulong)Facts.Cases.GetBits()[document / 64];
        var wanted = (ulong)readable.GetBits()[document / 64] & (lines ? ~cases : cases);
        if (live is null) return wanted;
        for (var left = wanted; left != 0; left &= left - 1)
        {
            var bit = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (!live.Get(document + bit)) wanted &= ~(1UL << bit);
        }

        return wanted;
    }
}
