using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>What a language's small words tell about a sentence: how it is written within another one, who it speaks of, where it comes apart.</summary>
internal sealed partial class MirrorWords
{
    private static readonly FrozenDictionary<string, MirrorWords> Known = Language.Spoken.ToFrozenDictionary(language => language.Code, language => new MirrorWords(Say.In(language)));

    private readonly Say say;
    private readonly FrozenSet<string> small;
    private readonly FrozenSet<string> and;
    private readonly FrozenSet<string> persons;
    private readonly FrozenSet<string> subjects;

    private MirrorWords(Say say)
    {
        this.say = say;
        (small, and, persons, subjects) =
            (Listed(say["CheckIns.MirrorSmallWords"]), Listed(say["CheckIns.MirrorAndWords"]), Listed(say["CheckIns.MirrorPersonWords"]), Listed(say["CheckIns.MirrorSubjectWords"]));
    }

    public static MirrorWords Of(Say say) => Known[say.Language.Code];

    /// <summary>As it is written in the middle of a sentence: a first word that is no name, and no noun in German, begins small.</summary>
    public string Within(string text)
    {
        var first = First(text);
        var isSmall = small.Contains(CommandWords.Normalise(first)) || (say.Language.Code != "de" && IsOrdinary(first, text));
        return isSmall ? char.ToLower(text[0], say.Culture) + text[1..] : text;
    }

    /// <summary>"They", "we": the people of the sentence before.</summary>
    public bool IsOfThem(string text) => persons.Contains(CommandWords.Normalise(First(text)));

    /// <summary>"It happens every week" is a sentence, "every week" is none.</summary>
    public bool IsSentence(string text) => subjects.Contains(CommandWords.Normalise(First(text)));

    /// <summary>"They lose half a day, and we tried a list": the two sentences of it, where the second stands by itself.</summary>
    public IEnumerable<(string Before, string After)> Parted(string text) =>
        from Match joined in Joined().Matches(text)
        where and.Contains(CommandWords.Normalise(joined.Groups["and"].Value)) && persons.Contains(CommandWords.Normalise(joined.Groups["who"].Value))
        let start = joined.Groups["who"].Index
        select (text[..joined.Index], char.ToUpper(text[start], say.Culture) + text[(start + 1)..]);

    /// <summary>Known to the language, and no weekday, abbreviation or part of a name.</summary>
    private bool IsOrdinary(string first, string text)
    {
        if (first.Length < 2 || !char.IsLower(first[1]) || (text.Length > first.Length + 1 && char.IsUpper(text[first.Length + 1]))) return false;
        var dates = say.Culture.DateTimeFormat;
        return !dates.DayNames.Concat(dates.MonthNames).Any(name => name.Length > 0 && first.StartsWith(name, StringComparison.Ordinal)) && ToldSentences.IsWord(first, say.Language);
    }

    private static string First(string text) => text.AsSpan().IndexOfAny(' ', '’', '\'') is >= 0 and var end ? text[..end].TrimEnd(',') : text;

    private static FrozenSet<string> Listed(string words) => words.Split(';').Select(CommandWords.Normalise).ToFrozenSet();

    [GeneratedRegex(@",\s+(?<and>\p{L}+)\s+(?<who>\p{L}+)\b")]
    private static partial Regex Joined();
}
