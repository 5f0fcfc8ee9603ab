using System.Runtime.InteropServices;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Packs.Building;

/// <summary>
/// Which English words a word of a language may stand for: from dictionaries in both directions, for words they lack from a thesaurus'
/// synonyms, and for forms that the stemmer does not bring to the word from the spelling dictionary's endings.
/// </summary>
internal sealed class TranslationBuilder
{
    private const int MostTranslations = 6;

    // Weaker ones are lesser senses that would only bring noise.
    private const float LeastOfBest = 0.25f;

    private const float FromEnglish = 0.8f;
    private const float BySynonym = 0.5f;
    private const int MostSynonyms = 6;
    private const int MostWordsOfTranslation = 3;

    private readonly EnglishWords english;
    private readonly TextAnalysis own;
    private readonly TextAnalysis englishAnalysis = TextAnalysis.Of(Language.English);
    private readonly Dictionary<string, Dictionary<int, float>> found = new(StringComparer.Ordinal);

    private TranslationBuilder(EnglishWords english, Language language) => (this.english, own) = (english, TextAnalysis.Of(language));

    public static byte[] Build(LanguageFiles files, EnglishWords english, IProgress<string> progress, CancellationToken stop)
    {
        var builder = new TranslationBuilder(english, files.Language);
        if (files.ToEnglish is { } there)
        {
            foreach (var entry in DictionaryFile.Read(there, stop)) builder.AddToEnglish(entry);
        }

        if (files.FromEnglish is { } back)
        {
            foreach (var entry in DictionaryFile.Read(back, stop)) builder.AddFromEnglish(entry);
        }

        var byDictionary = builder.found.Count;
        var lists = builder.found.ToDictionary(word => word.Key, word => Best(word.Value), StringComparer.Ordinal);
        if (files.Thesaurus is { } thesaurus) builder.AddSynonyms(thesaurus, lists, stop);
        var aliases = files.Spelling is { } spelling ? builder.Aliases(spelling, lists, stop) : [];
        progress.Report($"{files.Language.Code}: {byDictionary} words by dictionary, {lists.Count - byDictionary} by synonyms, {aliases.Count} more forms");
        return Translations.Write(lists, aliases);
    }

    private void AddToEnglish(Entry entry)
    {
        if (Stem(own, entry.Word) is not { } stem) return;
        for (var rank = 0; rank < entry.Translations.Count; rank++)
        {
            var words = englishAnalysis.Words(entry.Translations[rank]).Where(word => !word.IsStop).Select(word => english.Find(word.Stem)).ToList();
            if (words.Count is 0 or > MostWordsOfTranslation) continue;
            foreach (var word in words) Add(stem, word, 1 / (1 + 0.5f * rank) / words.Count);
        }
    }

    private void AddFromEnglish(Entry entry)
    {
        if (Stem(englishAnalysis, entry.Word) is not { } word || english.Find(word) is not (>= 0 and var number)) return;
        for (var rank = 0; rank < entry.Translations.Count; rank++)
        {
            if (Stem(own, entry.Translations[rank]) is { } stem) Add(stem, number, FromEnglish / (1 + 0.3f * rank));
        }
    }

    private void Add(string stem, int word, float weight)
    {
        if (word < 0) return;
        var words = CollectionsMarshal.GetValueRefOrAddDefault(found, stem, out _) ??= [];
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _);
        known = Math.Max(known, weight) + 0.2f * Math.Min(known, weight); // both directions say so
    }

    private void AddSynonyms(string path, Dictionary<string, (int, float)[]> lists, CancellationToken stop)
    {
        var borrowed = new Dictionary<string, Dictionary<int, float>>(StringComparer.Ordinal);
        foreach (var entry in Thesaurus.Read(path, MostSynonyms, stop))
        {
            if (Stem(own, entry.Word) is not { } stem || lists.ContainsKey(stem)) continue;
            foreach (var synonym in entry.Translations)
            {
                if (Stem(own, synonym) is not { } known || !lists.TryGetValue(known, out var its)) continue;
                var words = CollectionsMarshal.GetValueRefOrAddDefault(borrowed, stem, out _) ??= [];
                foreach (var (word, weight) in its) words[word] = words.GetValueOrDefault(word) + weight * BySynonym;
            }
        }

        foreach (var (stem, words) in borrowed) lists[stem] = Best(words);
    }

    private Dictionary<string, string> Aliases((string Affixes, string Words) spelling, Dictionary<string, (int, float)[]> lists, CancellationToken stop)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        AffixRules.Forms(spelling.Affixes, spelling.Words, (form, word) =>
        {
            if (Stem(own, word) is { } known && lists.ContainsKey(known) && Stem(own, form) is { } stem && stem != known && !lists.ContainsKey(stem)) aliases.TryAdd(stem, known);
        }, stop);
        return aliases;
    }

    private static (int, float)[] Best(Dictionary<int, float> words)
    {
        var best = words.Values.Max();
        return [.. words.Where(word => word.Value >= best * LeastOfBest).OrderByDescending(word => word.Value).ThenBy(word => word.Key).Take(MostTranslations)
            .Select(word => (word.Key, Math.Min(1, word.Value)))];
    }

    /// <summary>A word of a dictionary as it stands in the index.</summary>
    /// <returns>Nothing for what is not one telling word.</returns>
    internal static string? Stem(TextAnalysis analysis, string text)
    {
        var words = analysis.Words(text, 3);
        return words.Count == 1 && !words[0].IsStop && words[0].Stem.Length > 1 ? words[0].Stem : null;
    }
}
