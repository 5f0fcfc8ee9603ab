using System.Collections.Frozen;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>One sentence of what somebody told.</summary>
/// <param name="Text">As they wrote it, without what ends it.</param>
/// <param name="Weight">How much of an event it tells, to be compared within one text only.</param>
/// <param name="Elements">What it tells.</param>
/// <param name="IsHarm">Something that harmed somebody: gave up, lost half a day.</param>
/// <param name="Joins">It begins with a word that joins it to what stands before: so, but, therefore.</param>
/// <param name="IsQuestion">It asks.</param>
public sealed record ToldSentence(string Text, double Weight, IReadOnlyList<ProblemElement> Elements, bool IsHarm, bool Joins, bool IsQuestion);

/// <summary>Takes a text apart into its sentences, so that it can be told again in its writer's own words.</summary>
public static class ToldSentences
{
    /// <summary>In any language: a full stop behind one of these ends nothing.</summary>
    private static readonly FrozenSet<string> Abbreviations =
        ((string[])["approx", "art", "bijv", "bzw", "ca", "čl", "dr", "env", "evt", "excl", "gl", "hr", "incl", "ing", "inkl", "mag", "max", "min", "mr", "mrs", "ms", "npr", "nr", "prof", "st", "str", "tel", "ul", "vs", "št"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Cues Joining = Cues.Of(Cue.Cause, Cue.Reason, Cue.Contrast);

    public static IReadOnlyList<ToldSentence> Of(string text, Language language)
    {
        var book = Wordbook.Of(language);
        List<ToldSentence> told = [];
        for (int start = 0, at = 0; at < text.Length; at++)
        {
            if (!Ends(text, at) && at + 1 < text.Length) continue;
            if (Read(text[start..(at + 1)], book) is { } sentence) told.Add(sentence);
            start = at + 1;
        }

        return told;
    }

    /// <summary>Whether a language's word files know a word, so that it is no name.</summary>
    public static bool IsWord(ReadOnlySpan<char> word, Language language)
    {
        Span<char> small = stackalloc char[Math.Min(word.Length, Wordbook.LongestWord + 1)];
        word[..small.Length].ToLowerInvariant(small);
        return !Wordbook.Of(language).Find(small).IsEmpty;
    }

    private static ToldSentence? Read(string written, Wordbook book)
    {
        var text = written.Trim().TrimStart('-', '–', '—', '•', '*', '·', ' ').TrimEnd('.', '!', '?', '…', ',', ';', ':', ' ');
        if (!text.Any(char.IsLetterOrDigit)) return null;

        var whole = new Passage();
        foreach (var passage in PassageReader.Read(text, book)) whole.Add(passage);
        return new ToldSentence(
            text, Evidence.Told(whole), LexicalConcreteness.Elements(whole, isConcrete: true), whole.Has(Cue.Effect), PassageReader.BeginsWith(text, Joining, book), written.TrimEnd().EndsWith('?'));
    }

    private static bool Ends(string text, int at)
    {
        if (text[at] is '\n' or '\r') return true;
        if (text[at] is not ('.' or '!' or '?' or '…')) return false;
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])) return false;
        return text[at] != '.' || !JoinsOn(text, at);
    }

    /// <summary>"Approx. ten", "on 3. March", "Mr J. Kos": what a full stop does not end.</summary>
    private static bool JoinsOn(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\u00A0') next++;
        if (next >= text.Length) return false;
        if (char.IsLower(text[next])) return true;

        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        var word = text.AsSpan(start, at - start);
        return word.Length == 1 || (word.Length == 2 && char.IsDigit(word[0]) && char.IsLetter(text[next])) || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
