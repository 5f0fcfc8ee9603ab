using InnovationBot.Network;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Packs.Building;

/// <summary>What words of a language its own thesaurus says for a word, in the stems of the index.</summary>
internal static class SynonymBuilder
{
    private const int MostRead = 30;

    // Of these the ones that a library has are looked for, up to as many as neighbours are.
    private const int Most = 12;

    public static byte[] Build(string thesaurus, Language language, CancellationToken stop)
    {
        var own = TextAnalysis.Of(language);
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var entry in Thesaurus.Read(thesaurus, MostRead, stop))
        {
            if (TranslationBuilder.Stem(own, entry.Word) is not { } stem) continue;
            foreach (var synonym in entry.Translations)
            {
                if (TranslationBuilder.Stem(own, synonym) is not { } other || other == stem) continue;
                if (!found.TryGetValue(stem, out var words)) found[stem] = words = [];
                if (words.Count < Most && !words.Contains(other)) words.Add(other);
            }
        }

        return Synonyms.Write(found);
    }
}
