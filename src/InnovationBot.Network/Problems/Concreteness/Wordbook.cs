using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>What the words, word beginnings and phrases of one language hint at. A whole word beats a beginning, a longer beginning a shorter one, a phrase its words.</summary>
internal sealed class Wordbook
{
    public const int ShortestStem = 3;

    /// <summary>What may follow a stem when it is the last part of a compound: its inflection.</summary>
    private const int LongestInflection = 3;

    private const int ShortestCompound = 8;
    private const int ShortestHead = 4;
    internal const int LongestWord = 40;

    private static readonly FrozenDictionary<string, Lazy<Wordbook>> Known =
        Language.Spoken.ToFrozenDictionary(language => language.Code, language => new Lazy<Wordbook>(() => WordFile.Read(language)));

    private readonly FrozenDictionary<string, Cues>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<string, Cues>.AlternateLookup<ReadOnlySpan<char>> stems;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> phrasesByWord;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> phrasesByStem;
    private readonly int longestStem;

    public Wordbook(
        Language language, IReadOnlyDictionary<string, Cues> words, IReadOnlyDictionary<string, Cues> stems, IReadOnlyCollection<Phrase> phrases,
        IReadOnlyList<WordForm> pastForms, IReadOnlyList<WordForm> perfectForms, IReadOnlyList<WordForm> unrealForms, IReadOnlyList<WordForm> abstractForms)
    {
        Language = language;
        this.words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.stems = stems.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        phrasesByWord = ByFirst(phrases.Where(phrase => !phrase.Parts[0].IsStem));
        phrasesByStem = ByFirst(phrases.Where(phrase => phrase.Parts[0].IsStem));
        longestStem = stems.Keys.Concat(phrases.Select(phrase => phrase.Parts[0].Text)).Max(stem => stem.Length);
        (PastForms, PerfectForms, UnrealForms, AbstractForms) = (pastForms, perfectForms, unrealForms, abstractForms);

        static FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> ByFirst(IEnumerable<Phrase> phrases) => phrases
            .GroupBy(phrase => phrase.Parts[0].Text)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Parts.Count).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Language Language { get; }

    /// <summary>French elides: its apostrophe stands between two words.</summary>
    public bool SplitsApostrophes => Language.Code == "fr";

    /// <summary>Endings that alone tell the past tense.</summary>
    public IReadOnlyList<WordForm> PastForms { get; }

    /// <summary>Forms that tell the past, or a passive, beside a helping verb.</summary>
    public IReadOnlyList<WordForm> PerfectForms { get; }

    /// <summary>Endings of the conditional and the future.</summary>
    public IReadOnlyList<WordForm> UnrealForms { get; }

    public IReadOnlyList<WordForm> AbstractForms { get; }

    /// <summary>The book of a language; English for those the bot does not speak.</summary>
    public static Wordbook Of(Language language) => (Known.GetValueOrDefault(language.Code) ?? Known[Language.English.Code]).Value;

    public Cues Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) return Cues.None;
        if (words.TryGetValue(word, out var cues)) return cues;
        for (var length = Math.Min(word.Length, longestStem); length >= ShortestStem; length--)
            if (stems.TryGetValue(word[..length], out cues)) return cues;
        return Compounds && word.Length >= ShortestCompound ? FindHead(word) : Cues.None;
    }

    /// <summary>The phrases that may begin with a word, most words first among those of one beginning.</summary>
    public bool TryPhrase(Tokens tokens, int at, [NotNullWhen(true)] out Phrase? found)
    {
        found = null;
        var word = tokens[at];
        if (word.Length > LongestWord) return false;
        if (phrasesByWord.TryGetValue(word, out var phrases)) found = Array.Find(phrases, phrase => phrase.Matches(tokens, at));
        for (var length = Math.Min(word.Length, longestStem); length >= ShortestStem; length--)
        {
            if (!phrasesByStem.TryGetValue(word[..length], out phrases)) continue;
            var longer = Array.Find(phrases, phrase => phrase.Matches(tokens, at));
            if (longer is not null && (found is null || longer.Parts.Count > found.Parts.Count)) found = longer;
        }

        return found is not null;
    }

    /// <summary>The last part of a compound tells what it is: a Führerscheinantrag is an Antrag.</summary>
    private Cues FindHead(ReadOnlySpan<char> word)
    {
        for (var start = ShortestStem; start <= word.Length - ShortestHead; start++)
        {
            var head = word[start..];
            if (words.TryGetValue(head, out var cues) && cues.HasAny(Cues.Nouns)) return cues & Cues.Nouns;
            for (var length = head.Length; length >= Math.Max(ShortestHead, head.Length - LongestInflection); length--)
                if (stems.TryGetValue(head[..length], out cues) && cues.HasAny(Cues.Nouns)) return cues & Cues.Nouns;
        }

        return Cues.None;
    }

    private bool Compounds => Language.Code is "de" or "da" or "nl";
}

/// <summary>Words that stand together, or with up to <see cref="WidestGap"/> others between them, in one sentence.</summary>
internal sealed record Phrase(IReadOnlyList<PhrasePart> Parts, Cues Cues)
{
    public const int WidestGap = 6;

    public bool Matches(Tokens tokens, int at)
    {
        for (var part = 1; part < Parts.Count; part++)
        {
            if (tokens.EndsSentence(at)) return false;
            at++;
            for (var gap = 0; ; gap++, at++)
            {
                if (at >= tokens.Count) return false;
                if (Parts[part].Matches(tokens[at])) break;
                if (!Parts[part].AfterGap || gap == WidestGap || tokens.EndsSentence(at)) return false;
            }
        }

        return true;
    }
}

internal readonly record struct PhrasePart(string Text, bool IsStem, bool AfterGap)
{
    public bool Matches(ReadOnlySpan<char> word) => IsStem ? word.StartsWith(Text, StringComparison.Ordinal) : word.SequenceEqual(Text);
}

/// <summary>A shape of words: how they begin and end, and with how many letters at least.</summary>
internal readonly record struct WordForm(string Beginning, string Ending, int Shortest)
{
    public bool Fits(ReadOnlySpan<char> word) =>
        word.Length >= Shortest && word.StartsWith(Beginning, StringComparison.Ordinal) && word.EndsWith(Ending, StringComparison.Ordinal);
}
