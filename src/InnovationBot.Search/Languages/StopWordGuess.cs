using System.Collections.Concurrent;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Languages;

/// <summary>Guesses a language by its commonest words ("the", "ikke", "nicht"): cheap, and surest where it matters, in whole sentences.</summary>
internal static class StopWordGuess
{
    private static readonly ConcurrentDictionary<Language, HashSet<string>> Common = new();

    /// <returns>The language whose common words the text has most of; <c>null</c> when it has none, or two have equally many.</returns>
    public static Language? Best(ReadOnlySpan<char> text, IReadOnlyList<Language> among) => Count(text, among, out var best, out var second, out _) is { } language && best > second ? language : null;

    /// <summary>Sure when at least two common words are the language's and twice as many as any other's.</summary>
    public static Language? Sure(ReadOnlySpan<char> text, out int words)
    {
        var language = Count(text, Language.Spoken, out var best, out var second, out words);
        return best >= 2 && best >= 2 * second ? language : null;
    }

    private static Language? Count(ReadOnlySpan<char> text, IReadOnlyList<Language> among, out int best, out int second, out int words)
    {
        Span<int> counts = stackalloc int[among.Count];
        var read = 0;
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var breaker = new WordBreaker(text);
        while (read < MostWords && breaker.MoveNext())
        {
            if (breaker.Current.Length >= WordBreaker.MaxLength) continue; // a piece of something that is no word
            read++;
            var word = Folding.Lower(text.Slice(breaker.Current.Start, breaker.Current.Length));
            distinct.Add(word);
            for (var i = 0; i < among.Count; i++)
            {
                if (Of(among[i]).Contains(word)) counts[i]++;
            }
        }

        words = distinct.Count; // the same word a hundred times is no sentence
        var at = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[at]) at = i;
        }

        best = counts[at];
        second = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (i != at) second = Math.Max(second, counts[i]);
        }

        return best > 0 ? among[at] : null;
    }

    private const int MostWords = 200;

    private static HashSet<string> Of(Language language) => Common.GetOrAdd(language, static known =>
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in LexiconFiles.Lines($"common-words/{known.Code}.txt"))
        {
            if (line.StartsWith("0: ", StringComparison.Ordinal) || line.StartsWith("0.12: ", StringComparison.Ordinal) || line.StartsWith("0.18: ", StringComparison.Ordinal))
                words.UnionWith(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(' '));
        }

        return words;
    });
}
