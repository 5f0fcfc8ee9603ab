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
    private static readonly ConcurrentDictionary<Language, TextAnalysis> Made = new();

    // What stands before an apostrophe in French and is not the word: l', d', qu', jusqu'.
    private static readonly HashSet<string> Elisions = new(StringComparer.Ordinal)
        { "l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "quelqu", "quoiqu" };

    private readonly Stemming stemming;
    private readonly CommonWords common;
    private readonly bool elides;

    private TextAnalysis(Language language)
    {
        Language = language;
        stemming = new Stemming(language);
        common = CommonWords.Of(language, stemming.Stem);
        elides = language.Code == "fr";
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
            var word = WithoutClitic(Folding.Lower(text.Slice(place.Start, place.Length)));
            if (word.Length == 0) continue;
            into.Add(common.IsStop(word) ? new(place, word, 0) : Meant(place, word));
        }
    }

    public List<Word> Words(string text, int most = int.MaxValue)
    {
        var words = new List<Word>(Math.Min(most, text.Length / 6 + 4));
        Words(text, words, most);
        return words;
    }

    private Word Meant(Span place, string word)
    {
        var stem = stemming.Stem(word);
        return new(place, stem, common.Weight(stem));
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
