using System.Text;
using InnovationBot.Network.Languages;

namespace InnovationBot.Network.People.Safety;

/// <summary>
/// A language's words that hint at what a sentence tells of, whoever says it of whom: a boss, a touch, a weapon, an invoice. A line of its file is a hint's name and its
/// words, <c>*</c> for any ending; several words in a row are one entry. The names are the same in every language, so that what hints weigh together (<see cref="ConcernHints"/>) is
/// the same too. A wrong file stops the start.
/// </summary>
internal sealed class HintWords
{
    /// <summary>The name of the line that holds no hint but the small words a language is told by.</summary>
    private const string Common = "common";

    private readonly HashSet<string> common = [];
    private readonly Dictionary<string, List<int>> words = [];
    private readonly Dictionary<string, List<int>> stems = [];
    private readonly Dictionary<string, List<Phrase>> phrases = [];
    private int shortestStem = int.MaxValue;
    private int longestStem;

    /// <param name="language">Whose file is read.</param>
    /// <param name="names">Of hints, in the order of their numbers.</param>
    /// <returns><c>null</c> for a language without such a file: its texts are looked through by the other languages' words.</returns>
    public static HintWords? Read(Language language, IReadOnlyList<string> names)
    {
        var name = $"safety.hints.{language.Code}.txt";
        using var data = LanguageFiles.Words(name, language);
        if (data is null) return null;
        using var lines = new StreamReader(data, Encoding.UTF8);
        return Read(name, lines, names);
    }

    internal static HintWords Read(string name, TextReader file, IReadOnlyList<string> names)
    {
        var read = new HintWords();
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(':', 2);
            var hint = parts.Length == 2 ? parts[0].Trim() : throw new FormatException($"'{line}' in {name} is no hint and its words.");
            var number = Array.IndexOf([.. names], hint);
            if (number < 0 && hint != Common) throw new FormatException($"'{hint}' in {name} is no hint.");
            foreach (var entry in parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) read.Add(entry, number, name);
        }

        return read;
    }

    /// <summary>How many of these are small words of this language.</summary>
    public int CommonIn(ReadOnlySpan<string> sentence)
    {
        var count = 0;
        foreach (var token in sentence)
            if (common.Contains(token)) count++;
        return count;
    }

    /// <summary>Adds the numbers of the hints in a sentence.</summary>
    public void Find(ReadOnlySpan<string> sentence, SortedSet<int> found)
    {
        var among = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < sentence.Length; at++)
        {
            var token = sentence[at];
            if (words.TryGetValue(token, out var whole)) found.UnionWith(whole);
            for (var length = shortestStem; length <= Math.Min(token.Length, longestStem); length++)
                if (among.TryGetValue(token.AsSpan(0, length), out var begun)) found.UnionWith(begun);
            if (!phrases.TryGetValue(token, out var known)) continue;
            foreach (var phrase in known)
                if (phrase.Follows(sentence[(at + 1)..])) found.Add(phrase.Hint);
        }
    }

    private void Add(string entry, int hint, string name)
    {
        var tokens = SafetyTokens.Of(entry.Replace('*', ' '));
        var isStem = entry.EndsWith('*');
        if (tokens.Count == 0 || entry.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && star != entry.Length - 1) throw new FormatException($"'{entry}' in {name} is no word.");
        if (hint < 0) common.Add(tokens[0]);
        else if (tokens.Count > 1) To(phrases, tokens[0], new Phrase([.. tokens.Skip(1)], isStem, hint));
        else if (!isStem) To(words, tokens[0], hint);
        else
        {
            To(stems, tokens[0], hint);
            (shortestStem, longestStem) = (Math.Min(shortestStem, tokens[0].Length), Math.Max(longestStem, tokens[0].Length));
        }
    }

    private static void To<T>(Dictionary<string, List<T>> by, string key, T value)
    {
        if (!by.TryGetValue(key, out var list)) by[key] = list = [];
        list.Add(value);
    }

    /// <param name="Rest">After the first word.</param>
    /// <param name="IsStem">The last word may end in any way.</param>
    private sealed record Phrase(string[] Rest, bool IsStem, int Hint)
    {
        public bool Follows(ReadOnlySpan<string> tokens)
        {
            if (tokens.Length < Rest.Length) return false;
            for (var i = 0; i < Rest.Length; i++)
                if (!(IsStem && i == Rest.Length - 1 ? tokens[i].StartsWith(Rest[i], StringComparison.Ordinal) : tokens[i] == Rest[i])) return false;
            return true;
        }
    }
}
