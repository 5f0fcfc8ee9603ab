using System.Collections.Concurrent;
using InnovationBot.Network;

namespace InnovationBot.Search.Analysis;

/// <summary>A word of a text as the search sees it.</summary>
/// <param name="Place">Where it stands in the text.</param>
/// <param name="Stem">Its forms brought together, lower case, plain letters.</param>
/// <param name="Weight">How much it tells in general, 0 (left out: "the") to 1; see <see cref="CommonWords"/>.</param>
internal readonly record struct Word(Span Place, string Stem, float Weight)
{
    public bool IsStop => Weight <= 0;
}

/// <summary>Turns text of one language into words. Thread-safe; one instance a language.</summary>
internal sealed class TextAnalysis
{
    // About 10 MB a language when full; most words of a text are old acquaintances, and beyond it they are analysed anew.
    private const int MostRemembered = 60_000;

    private static readonly ConcurrentDictionary<Language, TextAnalysis> Made = new();

    // What stands before an apostrophe in French and is not the word: l', d', qu', jusqu'.
    private static readonly HashSet<string> Elisions = new(StringComparer.Ordinal)
        { "l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "quelqu", "quoiqu" };

    // What stands behind a hyphen in French and is a word of its own: "as-tu", "va-t-il".
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
        { "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "t", "moi", "toi", "le", "la", "les", "lui", "leur", "y", "en" };

    private readonly record struct Known(string Stem, float Weight);

    private readonly ConcurrentDictionary<string, Known> remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Stemming stemming;
    private readonly CommonWords common;
    private readonly bool elides;
    private int count;

    private TextAnalysis(Language language)
    {
        Language = language;
        stemming = new Stemming(language);
        common = CommonWords.Of(language, stemming.Stem);
        elides = language.Code == "fr";
        lookup = remembered.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The analysis of a language; one that the bot does not speak is broken into words and folded, not stemmed.</summary>
    public static TextAnalysis Of(Language language) => Made.GetOrAdd(language.IsSpoken ? language : new Language("xx"), known => new TextAnalysis(known));

    public Language Language { get; }

    /// <summary>Adds the words of a text, in its order, stop words included (with weight 0).</summary>
    /// <param name="most">Stops after so many words; bounds the time for any text.</param>
    public void Words(ReadOnlySpan<char> text, List<Word> into, int most = int.MaxValue)
    {
        var breaker = new WordBreaker(text);
        while (most-- > 0 && breaker.MoveNext())
        {
            var place = breaker.Current;
            var written = text.Slice(place.Start, place.Length);
            if (!lookup.TryGetValue(written, out var known))
            {
                known = Analyse(written);
                if (count < MostRemembered && lookup.TryAdd(written, known)) count++;
            }

            if (known.Stem.Length > 0) into.Add(new(place, known.Stem, known.Weight));
        }
    }

    public List<Word> Words(string text, int most = int.MaxValue)
    {
        var words = new List<Word>(Math.Min(most, text.Length / 6 + 4));
        Words(text, words, most);
        return words;
    }

    /// <summary>The word, in lower case, is one of those that the file of common words names itself.</summary>
    public bool IsCommon(string word) => common.IsWritten(word);

    private Known Analyse(ReadOnlySpan<char> written)
    {
        var word = WithoutClitic(Folding.Lower(WithoutPronoun(written)));
        if (word.Length == 0) return new("", 0);
        if (common.IsStop(word)) return new(word, 0);
        var stem = stemming.Stem(word);
        return new(stem, common.Weight(stem));
    }

    private ReadOnlySpan<char> WithoutPronoun(ReadOnlySpan<char> written)
    {
        var hyphen = elides ? written.IndexOfAny('-', '‑') : -1;
        return hyphen > 0 && Pronouns.Contains(Folding.Lower(written[(hyphen + 1)..])) ? written[..hyphen] : written;
    }

    private string WithoutClitic(string word)
    {
        var at = word.IndexOf('\'', StringComparison.Ordinal);
        if (at < 0) return word;
        if (elides && Elisions.Contains(word[..at])) return word[(at + 1)..].Replace("'", "", StringComparison.Ordinal);
        if (word.EndsWith("'s", StringComparison.Ordinal)) return word[..^2];
        return word.Replace("'", "", StringComparison.Ordinal);
    }
}
