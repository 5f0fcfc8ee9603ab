using System.Collections.Concurrent;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Packs;

namespace InnovationBot.Search.Meaning;

/// <summary>
/// The direction of a text: the mean of its words' directions, rare words counting more, and of the concepts it names. Words of other
/// languages take the directions of their translations, so that texts of all languages lie in one space. Thread-safe.
/// </summary>
internal sealed class TextMeaning
{
    // A word met in this many meanings of WordNet says next to nothing; one met once says most.
    private const float LeastRarity = 0.15f;

    // How far repetition counts, as BM25 has it.
    private const float Saturation = 1.5f;

    // A concept beside the words that name it: in English they speak for themselves, elsewhere they may lack a translation.
    private const float ConceptInEnglish = 0.3f;
    private const float ConceptElsewhere = 0.7f;

    // The usual wordings come first in the files; what stands behind them is said in many words that lead elsewhere.
    private const int UsualWordings = 8;

    // A word spelt alike in English ("radar", names), unless it is translated.
    private const float SpeltAlike = 0.4f;

    private const int MostTranslations = 6;
    private const int MostRemembered = 100_000;

    private readonly record struct Share(int English, float Weight);

    private readonly LanguagePack pack;
    private readonly float[]?[] concepts;
    private readonly float[] rarities;
    private readonly Remembered<(Language Language, string Stem), Share[]> remembered = new(MostRemembered);

    public TextMeaning(LanguagePack pack, Lexicon lexicon)
    {
        this.pack = pack;
        Neighbours = new WordNeighbours(pack.English);
        Others = new OtherWords(this);
        rarities = Rarities(pack.English);
        concepts = [.. lexicon.Concepts.Select(Direction)];
    }

    public LanguagePack Pack => pack;

    /// <summary>English words that mean nearly the same.</summary>
    public WordNeighbours Neighbours { get; }

    /// <summary>What a word may be called otherwise.</summary>
    public OtherWords Others { get; }

    public int Dimensions => pack.English.Dimensions;

    /// <summary>Starts a text, which may come in parts.</summary>
    public Sum Begin(Language language) => new(this, language);

    /// <summary>The English words that a word may stand for, with how surely; a word spelt alike only when it is English.</summary>
    public IEnumerable<(int English, float Weight)> English(Language language, string stem, string written)
    {
        var shares = Shares(language, stem, written, splitters.GetOrAdd(language, CompoundSplitter.For));
        return shares is [{ Weight: SpeltAlike }] ? [] : shares.Select(share => (share.English, share.Weight));
    }

    private Share[] Shares(Language language, string stem, ReadOnlySpan<char> written, CompoundSplitter? splitter)
    {
        var shares = Shares(language, stem);
        if (splitter is null || shares is not ([] or [{ Weight: SpeltAlike }])) return shares;
        return Parts(language, written, splitter) is { Length: > 0 } parts ? parts : shares;
    }

    private float[]? Direction(Concept concept)
    {
        var sum = new float[Dimensions];
        var any = false;
        foreach (var wording in concept.English.Take(UsualWordings))
        {
            foreach (var word in TextAnalysis.Of(Language.English).Words(wording))
            {
                if (word.IsStop || pack.English.Find(word.Stem) is not (>= 0 and var number)) continue;
                pack.English.Add(number, word.Weight * rarities[number], sum);
                any = true;
            }
        }

        return any && Normalise(sum) ? sum : null;
    }

    private Share[] Shares(Language language, string stem) => remembered.Of((language, stem), this, static (word, meaning) => meaning.Look(word.Language, word.Stem));

    private Share[] Look(Language language, string stem)
    {
        if (language == Language.English) return pack.English.Find(stem) is >= 0 and var own ? [new(own, 1)] : [];
        Span<(int, float)> found = stackalloc (int, float)[MostTranslations];
        var count = pack.Into(language)?.Of(stem, found) ?? 0;
        if (count == 0) return pack.English.Find(stem) is >= 0 and var alike ? [new(alike, SpeltAlike)] : [];
        var shares = new Share[count];
        var sum = 0f;
        for (var i = 0; i < count; i++) sum += found[i].Item2;
        for (var i = 0; i < count; i++) shares[i] = new(found[i].Item1, found[i].Item2 / sum);
        return shares;
    }

    private Share[] Parts(Language language, ReadOnlySpan<char> written, CompoundSplitter splitter)
    {
        var into = pack.Into(language);
        if (into is null) return [];
        var analysis = TextAnalysis.Of(language);
        var parts = splitter.Parts(written, part =>
        {
            var words = analysis.Words(part, 2);
            return words.Count == 1 && !words[0].IsStop && into.Knows(words[0].Stem) ? words[0].Stem : null;
        });
        return [.. parts.SelectMany(part => Shares(language, part)).Select(share => share with { Weight = share.Weight / parts.Length })];
    }

    private static float[] Rarities(EnglishWords words)
    {
        var most = Math.Log(1 + words.MostFrequent);
        return [.. Enumerable.Range(0, words.Count).Select(word => Math.Clamp((float)(1 - Math.Log(words.Frequency(word)) / most), LeastRarity, 1))];
    }

    private static bool Normalise(Span<float> vector)
    {
        var squares = 0.0;
        foreach (var number in vector) squares += (double)number * number;
        if (squares <= 0) return false;
        var factor = (float)(1 / Math.Sqrt(squares));
        foreach (ref var number in vector) number *= factor;
        return true;
    }

    /// <summary>A text being read. For one thread.</summary>
    internal sealed class Sum(TextMeaning meaning, Language language)
    {
        private readonly Dictionary<string, (float Times, float Weight, Share[] Shares)> words = new(StringComparer.Ordinal);
        private readonly Dictionary<int, float> named = [];
        private readonly CompoundSplitter? splitter = meaning.splitters.GetOrAdd(language, CompoundSplitter.For);

        public void Add(string text, IReadOnlyList<Word> read, IReadOnlyList<Mention> mentions, float times)
        {
            foreach (var word in read)
            {
                if (word.IsStop) continue;
                if (words.TryGetValue(word.Stem, out var known))
                {
                    words[word.Stem] = known with { Times = known.Times + times };
                    continue;
                }

                words[word.Stem] = (times, word.Weight, meaning.Shares(language, word.Stem, text.AsSpan(word.Place.Start, word.Place.Length), splitter));
            }

            // What one word names twice or thrice it says but once.
            var sharing = mentions.CountBy(mention => (mention.First, mention.Last)).ToDictionary();
            foreach (var mention in mentions) named[mention.Concept] = named.GetValueOrDefault(mention.Concept) + mention.Weight * times / sharing[(mention.First, mention.Last)];
        }

        /// <returns>A direction of length 1; <c>null</c> when nothing of the text is known.</returns>
        public float[]? Direction()
        {
            var sum = new float[meaning.Dimensions];
            foreach (var (times, weight, shares) in words.Values)
            {
                foreach (var share in shares) meaning.pack.English.Add(share.English, share.Weight * weight * meaning.rarities[share.English] * Saturated(times), sum);
            }

            var one = language == Language.English ? ConceptInEnglish : ConceptElsewhere;
            foreach (var (concept, times) in named)
            {
                if (meaning.concepts[concept] is { } direction) Packs.Building.SparseMatrix.Add(sum, one * Saturated(times), direction);
            }

            return Normalise(sum) ? sum : null;
        }

        private static float Saturated(float times) => times * (Saturation + 1) / (times + Saturation);
    }

    private readonly ConcurrentDictionary<Language, CompoundSplitter?> splitters = new();
}
