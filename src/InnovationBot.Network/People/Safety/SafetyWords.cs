using System.Text;
using InnovationBot.Network.Languages;

namespace InnovationBot.Network.People.Safety;

/// <summary>
/// A language's file of patterns (one without adds none; every text is looked through in all languages): sections named after <see cref="SafetyConcern"/>, entries set apart by commas or lines, <c>*</c> for any
/// ending, <c>…</c> for up to five words between, <c>@name</c> for one of a group, <c>a + b</c> for both somewhere in one sentence, <c>#</c> for a remark. The group <c>others</c> holds whom a
/// text speaks about when it is a service's problem; a pattern that begins with <c>~</c> counts only when none of them (but the group <c>people</c>) stands near it, or with <c>+</c> anywhere,
/// in its sentence. A wrong file stops the start.
/// </summary>
internal sealed class SafetyWords
{
    private const int MostBetween = 5;

    /// <summary>How many words before and after a pattern somebody else may be named in.</summary>
    private const int NearBefore = 6;
    private const int NearAfter = 4;
    private const int KeyLength = 3;

    private readonly Dictionary<string, List<Pattern>> byBeginning = [];
    private WordSet others = WordSet.Empty;
    private WordSet people = WordSet.Empty;

    public static SafetyWords Read(Language language)
    {
        var name = $"safety.{language.Code}.txt";
        using var data = LanguageFiles.Words(name, language);
        if (data is null) return new SafetyWords();
        using var lines = new StreamReader(data, Encoding.UTF8);
        return Read(name, lines);
    }

    internal static SafetyWords Read(string name, TextReader file)
    {
        var words = new SafetyWords();
        Dictionary<string, WordSet> groups = [];
        SafetyConcern? section = null;
        while (file.ReadLine() is { } line)
        {
            line = line.Split('#')[0].Trim();
            if (line.Length == 0) continue;
            if (line.StartsWith('['))
            {
                section = Vocabulary.TryRead<SafetyConcern>(line.Trim('[', ']'), out var concern) ? concern : throw new FormatException($"'{line}' in {name} is no section.");
                continue;
            }

            if (line.StartsWith('@') && line.Split('=') is [var group, var members])
            {
                groups[group.Trim()[1..]] = WordSet.Of(members.Split(','));
                continue;
            }

            foreach (var entry in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                words.Add(Pattern.Of(entry, groups, section ?? throw new FormatException($"'{entry}' in {name} stands in no section.")));
        }

        words.others = groups.GetValueOrDefault("others") ?? WordSet.Empty;
        words.people = groups.GetValueOrDefault("people") ?? WordSet.Empty;
        return words;
    }

    /// <returns>The gravest concern that a pattern tells, in the order of what cannot wait.</returns>
    public SafetyConcern? Find(List<string> tokens)
    {
        SafetyConcern? found = null;
        // What must stand together anywhere in a sentence is judged once for it, however often its first part is said.
        HashSet<Pattern> judged = new(ReferenceEqualityComparer.Instance);
        var sentence = 0..0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at] == SafetyTokens.Stop) continue;
            if (at >= sentence.End.Value)
            {
                sentence = at..EndOfSentence(tokens, at);
                judged.Clear();
            }

            for (var length = 1; length <= KeyLength && length <= tokens[at].Length; length++)
            {
                if (!byBeginning.TryGetValue(tokens[at][..length], out var candidates)) continue;
                foreach (var pattern in candidates)
                    if ((found is null || pattern.Concern > found) && Tells(pattern, tokens, at, sentence, judged)) found = pattern.Concern;
            }
        }

        return found;
    }

    private bool Tells(Pattern pattern, List<string> tokens, int at, Range sentence, HashSet<Pattern> judged)
    {
        if (pattern.Beside.Count > 0 && judged.Contains(pattern)) return false;
        if (Matches(pattern.Parts, tokens, at) is not { } last) return false;
        if (pattern.Beside.Count == 0) return !(pattern.OfNobodyElse && IsAboutOthers(tokens, at, last));
        judged.Add(pattern);
        var (from, end) = (sentence.Start.Value, sentence.End.Value);
        return pattern.Beside.All(parts => Enumerable.Range(from, end - from).Any(place => Matches(parts, tokens, place) is not null))
            && !(pattern.OfNobodyElse && Enumerable.Range(from, end - from).Any(place => IsOther(tokens[place])));
    }

    private static int EndOfSentence(List<string> tokens, int at)
    {
        while (at < tokens.Count && tokens[at] != SafetyTokens.Stop) at++;
        return at;
    }

    private void Add(Pattern pattern)
    {
        foreach (var beginning in pattern.Parts[0].Words.Beginnings(KeyLength))
        {
            if (!byBeginning.TryGetValue(beginning, out var known)) byBeginning[beginning] = known = [];
            known.Add(pattern);
        }
    }

    /// <returns>Where the pattern ends.</returns>
    private int? Matches(IReadOnlyList<Part> parts, List<string> tokens, int at, int part = 0)
    {
        if (at >= tokens.Count || !parts[part].Words.Has(tokens[at])) return null;
        if (part == parts.Count - 1) return at;
        if (!parts[part + 1].AfterGap) return Matches(parts, tokens, at + 1, part + 1);
        for (var next = at + 1; next <= at + 1 + MostBetween && next < tokens.Count; next++)
        {
            if (Matches(parts, tokens, next, part + 1) is { } last) return last;
            if (tokens[next] == SafetyTokens.Stop || others.Has(tokens[next])) return null;
        }

        return null;
    }

    private bool IsAboutOthers(List<string> tokens, int first, int last)
    {
        for (var at = first - 1; at >= Math.Max(0, first - NearBefore) && tokens[at] != SafetyTokens.Stop; at--)
            if (IsOther(tokens[at])) return true;
        for (var at = last + 1; at < Math.Min(tokens.Count, last + 1 + NearAfter) && tokens[at] != SafetyTokens.Stop; at++)
            if (IsOther(tokens[at])) return true;
        return false;
    }

    private bool IsOther(string token) => others.Has(token) && !people.Has(token);

    private sealed record Part(WordSet Words, bool AfterGap);

    /// <param name="Beside">What must stand in the same sentence too, before or after.</param>
    /// <param name="OfNobodyElse">Counts only when nobody whom a service is for is named near it.</param>
    private sealed record Pattern(SafetyConcern Concern, IReadOnlyList<Part> Parts, IReadOnlyList<IReadOnlyList<Part>> Beside, bool OfNobodyElse)
    {
        public static Pattern Of(string entry, Dictionary<string, WordSet> groups, SafetyConcern concern)
        {
            var sequences = entry.TrimStart('~').Split('+').Select(sequence => Sequence(sequence, entry, groups)).ToList();
            return new Pattern(concern, sequences[0], sequences[1..], entry.StartsWith('~'));
        }

        private static List<Part> Sequence(string written, string entry, Dictionary<string, WordSet> groups)
        {
            List<Part> parts = [];
            var afterGap = false;
            foreach (var word in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word == "…")
                {
                    afterGap = true;
                    continue;
                }

                var words = !word.StartsWith('@') ? WordSet.Of([word]) : groups.GetValueOrDefault(word[1..]) ?? throw new FormatException($"'{word}' is no group.");
                parts.Add(new Part(words, afterGap));
                afterGap = false;
            }

            return parts.Count > 0 ? parts : throw new FormatException($"'{entry}' holds no word.");
        }
    }
}

/// <summary>Words, and beginnings of words.</summary>
internal sealed class WordSet
{
    public static readonly WordSet Empty = new();

    private readonly HashSet<string> words = [];
    private readonly HashSet<string> stems = [];
    private int shortestStem = int.MaxValue;
    private int longestStem;

    public static WordSet Of(IEnumerable<string> written)
    {
        var set = new WordSet();
        foreach (var entry in written.Select(one => one.Trim()).Where(one => one.Length > 0))
        {
            if (SafetyTokens.Of(entry) is not [var token]) throw new FormatException($"'{entry}' is not one word.");
            if (!entry.EndsWith('*'))
            {
                set.words.Add(token);
                continue;
            }

            set.stems.Add(token);
            set.shortestStem = Math.Min(set.shortestStem, token.Length);
            set.longestStem = Math.Max(set.longestStem, token.Length);
        }

        return set;
    }

    public bool Has(string token)
    {
        if (words.Contains(token)) return true;
        var among = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        // no further than the longest that is known: a "word" may be thousands of letters long
        for (var length = shortestStem; length <= Math.Min(token.Length, longestStem); length++)
            if (among.Contains(token.AsSpan(0, length))) return true;
        return false;
    }

    /// <summary>What tokens that may be here begin with, at most so many letters.</summary>
    public IEnumerable<string> Beginnings(int most) => words.Select(word => word.Length <= most ? word : word[..most])
        .Concat(stems.Select(stem => stem.Length <= most ? stem : stem[..most])).Distinct();
}
