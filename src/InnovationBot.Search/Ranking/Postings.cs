using Lucene.Net.Index;
using Lucene.Net.Search;

namespace InnovationBot.Search.Ranking;

/// <summary>
/// The documents of a segment that have a term, and how often, as plain numbers of two bytes each: Lucene.Net unpacks its compressed ones anew for each ask, which
/// took most of an ask's time. They lie in ranges of documents, whose scores fit together into the cache of a processor's core.
/// </summary>
internal sealed class Postings
{
    /// <summary>Documents of a range: of so many the scores, the best alternatives and the lengths take 200 KB.</summary>
    public const int Range = 1 << 14;

    private readonly ushort[] documents;
    private readonly ushort[] times;
    private readonly int[] ends;

    /// <param name="from">Before its first document, with the deleted ones.</param>
    /// <param name="count">So many documents have the term, deleted ones included.</param>
    /// <param name="ranges">Of the segment.</param>
    public Postings(DocsEnum from, int count, int ranges)
    {
        (documents, times, ends) = (new ushort[count], new ushort[count], new int[ranges]);
        var (at, range) = (0, 0);
        for (var document = from.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS && at < count; document = from.NextDoc())
        {
            while (range < document / Range) ends[range++] = at;
            documents[at] = (ushort)(document % Range);
            times[at++] = (ushort)Math.Min(from.Freq, ushort.MaxValue);
        }

        while (range < ranges) ends[range++] = at;
    }

    /// <summary>What it takes in memory, with its place in a dictionary, in bytes.</summary>
    public int Size => documents.Length * 2 * sizeof(ushort) + ends.Length * sizeof(int) + Overhead;

    /// <summary>The same of a term that no document has.</summary>
    public const int Overhead = 250;

    /// <summary>How many ranges a segment of so many documents has.</summary>
    public static int Ranges(int documents) => (documents + Range - 1) / Range;

    /// <summary>The documents of a range, ascending from its first one, and how often each has the term.</summary>
    public ReadOnlySpan<ushort> In(int range, out ReadOnlySpan<ushort> times)
    {
        var start = range == 0 ? 0 : ends[range - 1];
        times = this.times.AsSpan(start..ends[range]);
        return documents.AsSpan(start..ends[range]);
    }
}
