namespace InnovationBot.Network.Problems;

/// <summary>What texts are about, and which of their words say so.</summary>
internal static class SharedSubjects
{
    /// <summary>A subject is named by one word, or by so many beside each other.</summary>
    private const int MostBeside = 3;

    /// <param name="languages">The text may be written in any of these.</param>
    public static HashSet<string> Subjects(this ISearch search, string text, IEnumerable<Language> languages) => [.. languages.SelectMany(language => search.About(text, language))];

    /// <returns>Words of the text that stand for these subjects, one for each, in the order of the text.</returns>
    public static IReadOnlyList<string> Named(this ISearch search, IReadOnlySet<string> subjects, string text, IReadOnlyCollection<Language> languages)
    {
        var words = text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim([.. ".,;:!?()[]\"'»«„“”’…-"])).Where(word => word.Length > 0).ToArray();
        var left = subjects.ToHashSet();
        var found = new SortedDictionary<int, string>();
        for (var beside = 1; beside <= MostBeside && left.Count > 0; beside++)
        {
            for (var at = 0; at + beside <= words.Length && left.Count > 0; at++)
            {
                var phrase = string.Join(' ', words.AsSpan(at, beside));
                var about = search.Subjects(phrase, languages);
                about.IntersectWith(left);
                if (about.Count == 0 || !found.TryAdd(at, phrase)) continue;
                left.ExceptWith(about);
            }
        }

        return [.. found.Values];
    }
}
