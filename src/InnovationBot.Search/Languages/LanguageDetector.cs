using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Languages;

/// <summary>Tells the language of a text: by its common words where these speak clearly, else by its letters.</summary>
internal sealed class LanguageDetector : ILanguageDetector
{
    // Below four words the statistics are wrong too often to switch a person's language by them.
    private const int FewestWords = 4;

    // Enough to be sure, and bounded for any text.
    private const int MostLetters = 1_000;

    public Language? Detect(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, MostLetters));
        var sure = StopWordGuess.Sure(start, out var words);
        if (words < FewestWords || !IsMostlyLatin(start)) return null;
        return sure ?? LetterStatistics.Best(start);
    }

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
