using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Analysis;
using Lingua;
using Spoken = InnovationBot.Network.Language;

namespace InnovationBot.Search.Languages;

/// <summary>
/// Tells the language of a text: by its common words where these speak clearly, else by Lingua's letter statistics in
/// its low-accuracy mode (about 50 MB, loaded at first use; the full one takes 344 MB for little more).
/// </summary>
internal sealed class LanguageDetector : ILanguageDetector
{
    // Below four words the statistics are wrong too often to switch a person's language by them.
    private const int FewestWords = 4;

    // Enough to be sure, and bounded for any text.
    private const int MostLetters = 1_000;

    // Lingua's relative distance between the best and the second-best language; under it, it is unsure.
    private const double LeastDistance = 0.05;

    private readonly Lazy<Lingua.LanguageDetector> lingua = new(() => LanguageDetectorBuilder
        .FromLanguages(Lingua.Language.English, Lingua.Language.Slovene, Lingua.Language.Danish, Lingua.Language.Dutch, Lingua.Language.French, Lingua.Language.German)
        .WithLowAccuracyMode()
        .WithMinimumRelativeDistance(LeastDistance)
        .Build());

    public Spoken? Detect(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, MostLetters));
        var sure = StopWordGuess.Sure(start, out var words);
        if (words < FewestWords || !IsMostlyLatin(start)) return null;
        return sure ?? Of(lingua.Value.DetectLanguageOf(start.ToString()));
    }

    /// <summary>Loads the statistics, so that the first person does not wait for them.</summary>
    public void Warm() => lingua.Value.DetectLanguageOf("Wer hat das schon einmal gelöst");

    private static Spoken? Of(Lingua.Language? language) => language switch
    {
        Lingua.Language.English => new("en"),
        Lingua.Language.Slovene => new("sl"),
        Lingua.Language.Danish => new("da"),
        Lingua.Language.Dutch => new("nl"),
        Lingua.Language.French => new("fr"),
        Lingua.Language.German => new("de"),
        _ => null,
    };

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
