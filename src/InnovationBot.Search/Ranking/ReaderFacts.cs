using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InnovationBot.Search.Analysis;
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
    private readonly ConcurrentDictionary<string, Remembered<string, int>> terms = new(StringComparer.Ordinal);
    private readonly Remembered<(string Field, string Stem), IReadOnlyList<(string Stem, float Likeness)>> respelt = new(MostRespelt);

    // Words that the index lacks; each takes a walk through its terms.
    private const int MostRespelt = 2_000;

    public static ReaderFacts Of(IndexReader reader) => OfReaders.GetValue(reader, static _ => new ReaderFacts());

    public FieldStatistics Field(IndexReader reader, FieldPair field) =>
        fields.TryGetValue(field.Terms, out var known) ? known : fields[field.Terms] = FieldStatistics.Of(reader, field);

    /// <summary>So many documents have a term, deleted ones included.</summary>
    public int DocFreq(IndexReader reader, string field, string term) =>
        terms.GetOrAdd(field, static _ => new(MostRemembered, StringComparer.Ordinal)).Of(term, (reader, field), static (term, from) =>
            from.reader.Leaves.Sum(leaf => SegmentFacts.Of(leaf.AtomicReader).Term(leaf.AtomicReader, from.field, term)?.Documents ?? 0));

    /// <summary>See <see cref="Misspelling.Of(string, IndexReader, string)"/>.</summary>
    public IReadOnlyList<(string Stem, float Likeness)> Respelt(IndexReader reader, string field, string stem) =>
        respelt.Of((field, stem), reader, static (word, reader) => Misspelling.Of(word.Stem, reader, word.Field));
}
