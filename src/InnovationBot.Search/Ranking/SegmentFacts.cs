using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using InnovationBot.Network.Cases;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
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
        Lengths = Read<float>(segment, IndexFields.Length);
        ConceptLengths = Read<float>(segment, IndexFields.ConceptLength);
        postings = new(Math.Max(LeastPostings, (long)segment.MaxDoc * PostingsOfDocument), size: static postings => postings?.Size ?? Ranking.Postings.Overhead);
        Orders = Read<long>(segment, IndexFields.Order);
        everybody = With(segment, Access.Everybody);
        publicBodies = With(segment, Access.PublicBodies);
        Cases = new FixedBitSet(Math.Max(1, segment.MaxDoc));
        var labels = segment.GetBinaryDocValues(IndexFields.Label);
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            if (labels is not null && Label.IsCase(labels, document)) Cases.Set(document);
        }
    }

    /// <summary>Where a term's postings lie; <c>null</c> when no document of the segment has it.</summary>
    public KnownTerm? Term(AtomicReader segment, string field, string term) =>
        terms.GetOrAdd(field, static (field, most) => new KnownTerms(field, most), Math.Clamp(segment.MaxDoc, FewestTerms, MostTerms)).Of(term, segment);

    // A term remembered takes some 200 bytes, and a segment of a few cases has few.
    private const int FewestTerms = 500;
    private const int MostTerms = 10_000;

    private readonly ConcurrentDictionary<string, KnownTerms> terms = new(StringComparer.Ordinal);

    /// <summary>The documents that have a term; <c>null</c> when none of the segment has it.</summary>
    public Postings? Postings(AtomicReader segment, string field, string term) =>
        postings.Of((field, term), (Facts: this, segment), static (wanted, from) => from.Facts.Term(from.segment, wanted.Field, wanted.Term)?.Postings(from.segment, wanted.Field));

    // Bytes kept for each document: of a case of a hundred different words about all of them.
    private const int PostingsOfDocument = 400;

    // A segment of one added case is asked for as many words as any other.
    private const int LeastPostings = 100_000;

    private readonly Remembered<(string Field, string Term), Postings?> postings;

    public float[] Lengths { get; }

    public float[] ConceptLengths { get; }

    /// <summary>Who goes first among equals; see <see cref="StableOrder"/>.</summary>
    public long[] Orders { get; }

    /// <summary>The same of any document.</summary>
    public static long Order(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return Of(leaf.AtomicReader).Orders[document - leaf.DocBase];
    }

    /// <summary>The directions of all documents one after the other, for as long as the segment lives; empty when it has none.</summary>
    /// <param name="dimensions">Bytes of a direction.</param>
    public sbyte[] Meanings(AtomicReader segment, int dimensions)
    {
        if (meanings is { } known) return known;
        if (segment.GetBinaryDocValues(IndexFields.Meaning) is not { } values) return meanings = [];
        var all = new sbyte[segment.MaxDoc * dimensions];
        var written = new BytesRef();
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            values.Get(document, written);
            if (written.Length == dimensions) MemoryMarshal.Cast<byte, sbyte>(written.Bytes.AsSpan(written.Offset, dimensions)).CopyTo(all.AsSpan(document * dimensions));
        }

        return meanings = all;
    }

    private sbyte[]? meanings;

    /// <summary>Where each document's embedding stands in a table, -1 for those that have none yet.</summary>
    public int[] Places(AtomicReader segment, EmbeddingTable table)
    {
        if (places is { } known && known.Table == table && known.Count == table.Count) return known.Places;
        subjects ??= Subjects(segment);
        var found = new int[subjects.Length];
        for (var document = 0; document < found.Length; document++) found[document] = table.Place(subjects[document]);
        places = new(table, table.Count, found);
        return found;
    }

    /// <summary>A number for each document's language; see <see cref="Label.LanguageNumber(BinaryDocValues, int)"/>.</summary>
    public int[] Languages(AtomicReader segment)
    {
        if (languages is { } known) return known;
        var all = new int[segment.MaxDoc];
        if (segment.GetBinaryDocValues(IndexFields.Label) is { } labels)
        {
            for (var document = 0; document < all.Length; document++) all[document] = Label.LanguageNumber(labels, document);
        }

        return languages = all;
    }

    /// <summary>The same of any document.</summary>
    public static int Language(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return Of(leaf.AtomicReader).Languages(leaf.AtomicReader)[document - leaf.DocBase];
    }

    private int[]? languages;

    private sealed record KnownPlaces(EmbeddingTable Table, int Count, int[] Places);

    private KnownPlaces? places;
    private Guid[]? subjects;

    private Guid[] Subjects(AtomicReader segment)
    {
        var all = new Guid[segment.MaxDoc];
        if (segment.GetBinaryDocValues(IndexFields.Label) is not { } labels) return all;
        for (var document = 0; document < all.Length; document++)
        {
            var label = Label.Of(labels, document);
            all[document] = Cases.Get(document) ? label.Id : EmbeddedText.Line(label.Id, label.Text);
        }

        return all;
    }

    /// <summary>A line of a profile, read.</summary>
    public static ProfileLine Line(IndexReader reader, int document, Lexicon lexicon)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return Of(leaf.AtomicReader).lines.Of(document - leaf.DocBase, (leaf.AtomicReader, lexicon), static (line, from) =>
            ProfileLine.Read(Label.Of(from.AtomicReader.GetBinaryDocValues(IndexFields.Label), line), from.lexicon));
    }

    // Half a kilobyte each.
    private const int MostLines = 10_000;

    private readonly Remembered<int, ProfileLine> lines = new(MostLines);

    /// <summary>Cases of the segment; the lines of profiles are documents too.</summary>
    public FixedBitSet Cases { get; }

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

    private static T[] Read<T>(AtomicReader segment, string field) where T : INumberBase<T>
    {
        var all = new T[segment.MaxDoc];
        if (segment.GetNumericDocValues(field) is not { } values) return all;
        for (var document = 0; document < all.Length; document++) all[document] = T.CreateTruncating(values.Get(document));
        return all;
    }
}
