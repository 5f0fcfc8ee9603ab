using System.Runtime.CompilerServices;
using InnovationBot.Network.Cases;
using InnovationBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>What is read of a segment for every ask, kept for as long as Lucene keeps the segment: lengths, and who may read.</summary>
internal sealed class SegmentFacts
{
    private static readonly ConditionalWeakTable<object, SegmentFacts> OfSegments = [];

    private readonly FixedBitSet everybody;
    private readonly FixedBitSet publicBodies;

    private SegmentFacts(AtomicReader segment)
    {
        Lengths = Read(segment, IndexFields.Length);
        ConceptLengths = Read(segment, IndexFields.ConceptLength);
        everybody = With(segment, Access.Everybody);
        publicBodies = With(segment, Access.PublicBodies);
    }

    public int[] Lengths { get; }

    public int[] ConceptLengths { get; }

    public static SegmentFacts Of(AtomicReader segment) => OfSegments.GetValue(segment.CoreCacheKey, _ => new SegmentFacts(segment));

    /// <summary>The documents that a reader may find.</summary>
    public FixedBitSet Readable(AtomicReader segment, Reader reader)
    {
        var terms = Access.Of(reader).ToList();
        if (terms.Count == 0) return everybody;
        var readable = everybody.Clone();
        foreach (var term in terms) readable.Or(term == Access.PublicBodies ? publicBodies : With(segment, term));
        return readable;
    }

    private static FixedBitSet With(AtomicReader segment, string access)
    {
        var having = new FixedBitSet(Math.Max(1, segment.MaxDoc));
        var documents = segment.GetTermDocsEnum(new Term(IndexFields.Access, access));
        if (documents is null) return having;
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc()) having.Set(document);
        return having;
    }

    private static int[] Read(AtomicReader segment, string field)
    {
        var lengths = new int[segment.MaxDoc];
        if (segment.GetNumericDocValues(field) is not { } values) return lengths;
        for (var document = 0; document < lengths.Length; document++) lengths[document] = (int)values.Get(document);
        return lengths;
    }
}
