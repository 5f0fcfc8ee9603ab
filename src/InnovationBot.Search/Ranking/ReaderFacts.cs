using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InnovationBot.Search.Indexing;
using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>What was counted over all segments of one view of the index, for as long as the view lives. Thread-safe.</summary>
internal sealed class ReaderFacts
{
    // Alternatives that asks look for again and again; a view lives until the next change.
    private const int MostRemembered = 40_000;

    private static readonly ConditionalWeakTable<IndexReader, ReaderFacts> OfReaders = [];

    private readonly ConcurrentDictionary<string, FieldStatistics> fields = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, int>> terms = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Field, string Stem), IReadOnlyList<(string Stem, float Likeness)>> respelt = new();

    // Words that the index lacks; each takes a walk through its terms.
    private const int MostRespelt = 2_000;

    public static ReaderFacts Of(IndexReader reader) => OfReaders.GetValue(reader, static _ => new ReaderFacts());

    public FieldStatistics Field(IndexReader reader, FieldPair field) =>
        fields.TryGetValue(field.Terms, out var known) ? known : fields[field.Terms] = FieldStatistics.Of(reader, field);

    /// <summary>So many documents have a term, deleted ones included.</summary>
    public int DocFreq(IndexReader reader, string field, string term)
    {
        var known = terms.GetOrAdd(field, static _ => new(StringComparer.Ordinal));
        if (known.TryGetValue(term, out var documents)) return documents;
        foreach (var leaf in reader.Leaves) documents += SegmentFacts.Of(leaf.AtomicReader).Term(leaf.AtomicReader, field, term)?.Documents ?? 0;
        if (known.Count < MostRemembered) known.TryAdd(term, documents);
        return documents;
    }

    /// <summary>See <see cref="Misspelling.Of(string, IndexReader, string)"/>.</summary>
    public IReadOnlyList<(string Stem, float Likeness)> Respelt(IndexReader reader, string field, string stem)
    {
        if (respelt.TryGetValue((field, stem), out var known)) return known;
        known = Misspelling.Of(stem, reader, field);
        if (respelt.Count < MostRespelt) respelt.TryAdd((field, stem), known);
        return known;
    }
}
