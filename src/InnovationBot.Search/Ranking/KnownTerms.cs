using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>Where a term's postings lie in a segment.</summary>
/// <param name="Documents">So many have it, deleted ones included.</param>
internal sealed record KnownTerm(BytesRef Term, TermState State, int Documents);

/// <summary>
/// The terms of a field of one segment that asks looked for, those it lacks too. An ask looks for hundreds of alternatives, most of them in vain, and
/// Lucene.Net walks its dictionary anew for each. Thread-safe.
/// </summary>
internal sealed class KnownTerms(string field, int most)
{
    private readonly ConcurrentDictionary<string, KnownTerm?> remembered = new(StringComparer.Ordinal);
    private int count;

    /// <returns><c>null</c> when no document of the segment has the term.</returns>
    public KnownTerm? Of(string term, AtomicReader segment)
    {
        if (remembered.TryGetValue(term, out var known)) return known;
        if (segment.GetTerms(field) is not { } terms) return null;
        var all = terms.GetEnumerator();
        var written = new BytesRef(term);
        known = all.SeekExact(written) ? new(written, all.GetTermState(), all.DocFreq) : null;
        if (count < most && remembered.TryAdd(term, known)) Interlocked.Increment(ref count);
        return known;
    }
}
