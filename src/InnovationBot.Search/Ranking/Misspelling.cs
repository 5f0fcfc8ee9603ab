using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Ranking;

/// <summary>Words spelt almost like one that nobody knows: one slip up to seven letters, two from eight on, the first letter right.</summary>
internal static class Misspelling
{
    private const int ShortestWord = 4;
    private const int LongForTwo = 8;
    private const int MostAlternatives = 3;

    // Terms looked at; bounds the time on any index.
    private const int MostTerms = 50_000;

    public static IReadOnlyList<(string Stem, float Likeness)> Of(string stem, IEnumerable<string> words) =>
        stem.Length < ShortestWord ? [] : Nearest(stem, words.Where(word => word[0] == stem[0]));

    public static IReadOnlyList<(string Stem, float Likeness)> Of(string stem, IndexReader reader, string field) =>
        stem.Length < ShortestWord ? [] : Nearest(stem, StartingWith(stem, reader, field));

    private static IEnumerable<string> StartingWith(string stem, IndexReader reader, string field)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms) yield break;
        var prefix = new BytesRef(stem[..1]);
        var length = Encoding.UTF8.GetByteCount(stem);
        var all = terms.GetEnumerator();
        if (all.SeekCeil(prefix) == TermsEnum.SeekStatus.END) yield break;
        for (var left = MostTerms; left > 0; left--)
        {
            if (!StringHelper.StartsWith(all.Term, prefix)) yield break;
            if (Math.Abs(all.Term.Length - length) <= MostBytes) yield return all.Term.Utf8ToString(); // most are too long or too short to be worth reading
            if (!all.MoveNext()) yield break;
        }
    }

    // Two letters of two bytes each; words of the six languages stand in the index in plain letters, of one.
    private const int MostBytes = 4;

    private static List<(string, float)> Nearest(string stem, IEnumerable<string> candidates)
    {
        var most = stem.Length >= LongForTwo ? 2 : 1;
        return [.. candidates
            .Where(candidate => Math.Abs(candidate.Length - stem.Length) <= most)
            .Select(candidate => (Stem: candidate, Slips: Slips(stem, candidate, most)))
            .Where(candidate => candidate.Slips <= most)
            .OrderBy(candidate => candidate.Slips).ThenBy(candidate => candidate.Stem, StringComparer.Ordinal)
            .Take(MostAlternatives)
            .Select(candidate => (candidate.Stem, 1f / candidate.Slips))];
    }

    /// <summary>Letters missing, added, exchanged or swapped with their neighbour (optimal string alignment); stops counting above <paramref name="most"/>.</summary>
    internal static int Slips(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        Span<int> before = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1], next = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) next[j] = Math.Min(next[j], before[j - 2] + 1);
                least = Math.Min(least, next[j]);
            }

            if (least > most) return most + 1;
            var spare = before;
            before = row;
            row = next;
            next = spare;
        }

        return row[other.Length];
    }
}
