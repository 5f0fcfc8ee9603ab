using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Asks;

namespace InnovationBot.Search.Languages;

/// <summary>Tells the language of a text: by its common words where these speak clearly, else by its letters.</summary>
internal sealed class LanguageDetector : ILanguageDetector
{
    // Below four words the statistics are wrong too often to switch a person's language by them.
    private const int FewestWords = 4;

    // What is longer and still not told is no language of the six, or several.
    private const int MostWordsToGuess = 8;

    // Enough to be sure, and bounded for any text.
    private const int MostLetters = 1_000;

    public Language? Detect(string text)
    {
        var start = Beginning(text);
        var sure = StopWordGuess.Sure(start, out var words);
        if (words < FewestWords || !IsMostlyLatin(start)) return null;
        return sure ?? LetterStatistics.Best(start);
    }

    /// <summary>
    /// Of a short text whose language cannot be told surely, the likeliest when that is not the one it is taken for: "gradbeno dovoljenje" from somebody
    /// who reads English. Good enough to look there too, not to answer in it.
    /// </summary>
    public Language? GuessBeside(string text, Language taken)
    {
        var start = Beginning(text);
        _ = StopWordGuess.Sure(start, out var words);
        if (words is 0 or > MostWordsToGuess || !IsMostlyLatin(start) || Detect(text) is not null) return null;
        return (StopWordGuess.Best(start, Language.Spoken) ?? LetterStatistics.Likeliest(start)) is { } guess && guess != taken ? guess : null;
    }

    /// <summary>What somebody wrote themselves: markup, and the headers of a pasted message, are in the language of a program.</summary>
    private static ReadOnlySpan<char> Beginning(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '\n') >= 0) text = AskText.Reduce(text[..Math.Min(text.Length, MostToReduce)]);
        return text.AsSpan(0, Math.Min(text.Length, MostLetters));
    }

    private const int MostToReduce = 6_000;

    private static bool IsMostlyLatin(ReadOnlySpan<char> text)
    {
        int latin = 0, other = 0;
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter)) continue;
            if (letter < '\u0250') latin++;
            else other++;
        }

        return latin > other;
    }
}
