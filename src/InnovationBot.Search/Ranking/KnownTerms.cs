using InnovationBot.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>Where a term's postings lie in a segment.</summary>
/// <param name="Documents">So many have it, deleted ones included.</param>
internal sealed record KnownTerm(BytesRef Term, TermState State, int Documents)
{
    /// <summary>Reads them; an asked-for term's are kept by <see cref="SegmentFacts.Postings"/>.</summary>
    public Postings Postings(AtomicReader segment, string field) => new(Read(segment, field, DocsFlags.FREQS), Documents, Ranking.Postings.Ranges(segment.MaxDoc));

    /// <summary>Whether a document has it, deleted or not.</summary>
    public bool IsIn(AtomicReader segment, string field, int document) => Read(segment, field, DocsFlags.NONE).Advance(document) == document;

    private DocsEnum Read(AtomicReader segment, string field, DocsFlags flags)
    {
        var terms = segment.GetTerms(field).GetEnumerator();
        terms.SeekExact(Term, State);
        return terms.Docs(null, null, flags);
    }
}

/// <summary>
/// The terms of a field of one segment that asks looked for, those it lacks too. An ask looks for hundreds of alternatives, most of them in vain, and
/// Lucene.Net walks its dictionary anew for each. Thread-safe.
/// </summary>
internal sealed class KnownTerms(string field, int most)
{
    private readonly Remembered<string, KnownTerm?> remembered = new(most, StringComparer.Ordinal);

    /// <returns><c>null</c> when no document of the segment has the term.</returns>
    public KnownTerm? Of(string term, AtomicReader segment) => remembered.Of(term, (segment, field), static (term, from) => Look(term, from.segment, from.field));

    private static KnownTerm? Look(string term, AtomicReader segment, string field)
    {
        if (segment.GetTerms(field) is not { } terms) return null;
        var all = terms.GetEnumerator();
        var written = new BytesRef(term);
        return all.SeekExact(written) ? new(written, all.GetTermState(), all.DocFreq) : null;
    }
}
