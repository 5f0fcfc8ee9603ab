using InnovationBot.Network;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Meaning;

/// <summary>
/// The words by which texts may say what a word says: in another language, or nearly the same in its own, through English where need be. The same for a word
/// each time, and remembered: an ask looks for a hundred of them. Thread-safe.
/// </summary>
internal sealed class OtherWords(TextMeaning meaning)
{
    private const int MostEnglish = 6;
    private const int MostBack = 3;
    private const int MostInto = 5;
    private const float LeastSure = 0.2f;

    // Of a word of another language the surest translations lead to its neighbours.
    private const int MostWithNeighbours = 2;

    // A thesaurus gives the words of all meanings alike.
    private const float Synonym = 0.7f;

    private const int MostRemembered = 40_000;

    /// <param name="Stem">As it stands in the index.</param>
    /// <param name="Sure">How surely it is meant, or how close it is, 0 to 1.</param>
    internal readonly record struct Other(string Stem, float Sure);

    private readonly Remembered<(Language Of, Language In, string Written), Other[]> remembered = new(MostRemembered);

    /// <summary>In another language, likeliest first.</summary>
    public Other[] In(Language other, Language own, string stem, string written) =>
        remembered.Of((own, other, written), (Words: this, stem), static (word, from) => from.Words.Translated(word.In, word.Of, from.stem, word.Written));

    /// <summary>In the same language: what its thesaurus says, then those of the surest meaning first and closest first.</summary>
    public Other[] Near(Language own, string stem, string written) =>
        remembered.Of((own, own, written), (Words: this, stem), static (word, from) => from.Words.Neighbours(word.Of, from.stem, word.Written));

    /// <summary>A few words for the English ones; each costs as much as a word of the ask, and the unlikely ones add next to nothing.</summary>
    private Other[] Translated(Language other, Language own, string stem, string written)
    {
        var english = meaning.English(own, stem, written).Take(MostEnglish).ToList();
        if (english.Count == 0) return [];
        var best = english.Max(word => word.Weight);
        if (other == Language.English) return [.. english.Select(word => new Other(meaning.Pack.English[word.English], word.Weight / best))];
        if (meaning.Pack.Into(other) is not { } into) return [];
        return
        [
            .. english.SelectMany(word => into.From(word.English, MostBack).Select(back => new Other(back.Stem, word.Weight / best * back.Weight)))
                .GroupBy(word => word.Stem, StringComparer.Ordinal).Select(same => new Other(same.Key, same.Max(word => word.Sure)))
                .Where(word => word.Sure >= LeastSure).OrderByDescending(word => word.Sure).ThenBy(word => word.Stem, StringComparer.Ordinal).Take(MostInto),
        ];
    }

    private Other[] Neighbours(Language own, string stem, string written)
    {
        var into = own == Language.English ? null : meaning.Pack.Into(own);
        if (into is null && own != Language.English) return [];
        var found = new List<Other>();
        var taken = new HashSet<string>(StringComparer.Ordinal) { stem };
        foreach (var synonym in meaning.Pack.SynonymsIn(own)?.Of(stem) ?? []) Note(synonym, Synonym);
        foreach (var (word, sure) in meaning.English(own, stem, written).Take(MostWithNeighbours))
        {
            if (into is not null) Take(word, sure); // what its translation means as well: a synonym
            foreach (var (neighbour, cosine) in meaning.Neighbours.Of(word)) Take(neighbour, into is null ? cosine : cosine * sure);
        }

        return [.. found];

        void Take(int word, float close)
        {
            if (into is null)
            {
                Note(meaning.Pack.English[word], close);
                return;
            }

            foreach (var (back, sure) in into.From(word, MostBack)) Note(back, close * sure);
        }

        void Note(string other, float close)
        {
            if (taken.Add(other)) found.Add(new(other, close));
        }
    }
}
