using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Names of people in a text: after a word that says who it is ("Mrs", "patient", "gospa"), or a given name that is known with a
/// surname. In languages that write every noun large, a title or a known given name is needed all the same.
/// </summary>
internal static class NamesOfPeople
{
    /// <summary>Endings that a Slovene name takes; "Ane", "Janezu", "Markom".</summary>
    private static readonly string[] Endings = ["a", "e", "i", "o", "u", "om", "em", "ju", "jem", "ja", "ov", "ove", "in", "ine", "ina", "s"];

    private static readonly Dictionary<string, WordSet> Sections = PrivacyWords.Sections("names");
    private static readonly string[] PlaceEndings = [.. PrivacyWords.Entries("names", "place_ending")];
    private static readonly PrivacyPhrases Famous = PrivacyPhrases.Of(PrivacyWords.Entries("famous", "person"));

    /// <summary>"van der", "de la".</summary>
    private const int MostParticles = 2;

    /// <returns>Start and length of each, in the order of the text.</returns>
    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        var words = WrittenWord.Of(text);
        var known = Famous.Find(words).ToDictionary(one => one.First, one => one.Last);
        for (var at = 0; at < words.Count; at++)
        {
            if (known.TryGetValue(at, out var end) && words[at].IsLarge) at = end;
            else if (Titled(words, at) is { } titled) yield return Passage(words, at + 1, at = titled);
            else if (Named(words, at) is { } named) yield return Passage(words, at, at = named);
        }
    }

    /// <summary>The last word of a name that stands after a title.</summary>
    private static int? Titled(List<WrittenWord> words, int at)
    {
        if (!Sections["title"].Has(words[at].Plain)) return null;
        if (Noble(words, at) is { } noble) return noble;
        if (!Follows(words, at, afterPoint: IsShortened(words[at])) || Sections["not"].Has(words[at + 1].Plain)) return null;
        // "We miss Copenhagen", "10 m": these are titles only as they are written before a name
        if (words[at].Plain is "miss" or "m" && !words[at].IsLarge) return null;
        // One letter is a title only with its point ("g. Novak", "M. Dupont").
        if (words[at].Plain.Length == 1 && !words[at].EndsInPoint) return null;
        // A noun of German, written large as they all are, and a word of kind ("Bürger Service") are told from a name by what is known.
        if (IsNounOfKind(words[at]) && !IsGiven(words[at + 1].Plain) && !(Follows(words, at + 1) && !IsPlace(words, at + 2))) return null;
        var end = at + 1;
        if (Follows(words, end) && !Sections["not"].Has(words[end + 1].Plain)) end++;
        if (end == at + 2 && Follows(words, end) && IsGiven(words[at + 1].Plain) && words[end + 1].Plain.Length > 2) end++;
        return IsPlace(words, end) ? null : end;
    }

    /// <summary>"Mrs. Novak"; but in "I spoke to the client. Ring 041…" the point ends a sentence.</summary>
    private static bool IsShortened(WrittenWord title) => title.Plain.Length <= 3 || title.Plain is "mevr" or "mlle";

    /// <summary>"Mevrouw de Vries", "M. Le Goff", "meneer Van den Berg": after what one says to a person, for "patient de Lyon" is from there.</summary>
    private static int? Noble(List<WrittenWord> words, int at)
    {
        if (!Sections["address"].Has(words[at].Plain) || !(words[at].Plain.Length == 1 ? words[at].EndsInPoint && words[at].IsLarge : words[at].IsBeforeSpace || (words[at].EndsInPoint && IsShortened(words[at])))) return null;
        var surname = at + 1;
        while (surname <= at + MostParticles && surname + 1 < words.Count && words[surname].IsBeforeSpace && Sections["particle"].Has(words[surname].Plain)) surname++;
        return surname > at + 1 && words[surname].IsLarge && words[surname].Plain.Length > 2 && !Sections["not"].Has(words[surname].Plain) && !IsPlace(words, surname) ? surname : null;
    }

    /// <summary>The last word of a name that begins with a given name: "Ana Kos", "Johan de Smet".</summary>
    private static int? Named(List<WrittenWord> words, int at)
    {
        if (!words[at].IsLarge || !IsGiven(words[at])) return null;
        var before = at;
        while (before < at + MostParticles && before + 1 < words.Count && words[before].IsBeforeSpace && Sections["particle"].Has(words[before + 1].Plain)) before++;
        if (!Follows(words, before) || (before == at && Sections["not"].Has(words[at + 1].Plain))) return null;
        var last = before + 1;
        // a second given name, or a surname that is one too: "Ana Marija Kos", "Jean-Pierre Martin"
        if (IsGiven(words[last]) && Follows(words, last) && !Sections["not"].Has(words[last + 1].Plain)) last++;
        return IsPlace(words, last) || IsPlace(words, at) || StandsAfterPlace(words, at) ? null : last;
    }

    /// <summary>The next word is written large and belongs to this one.</summary>
    private static bool Follows(List<WrittenWord> words, int at, bool afterPoint = false) =>
        at + 1 < words.Count && words[at + 1].IsLarge && words[at + 1].Plain.Length > 1 && (words[at].IsBeforeSpace || (afterPoint && words[at].EndsInPoint));

    /// <summary>"Jan Steenstraat", "the Martin Luther King school": a street or a body that is called after somebody.</summary>
    private static bool IsPlace(List<WrittenWord> words, int last)
    {
        if (Sections["place"].Has(words[last].Plain) || PlaceEndings.Any(ending => words[last].Plain.Length > ending.Length + 2 && words[last].Plain.EndsWith(ending, StringComparison.Ordinal))) return true;
        for (var next = last + 1; next <= last + 2 && next < words.Count && words[next - 1].IsBeforeSpace; next++)
        {
            if (Sections["place"].Has(words[next].Plain)) return true;
            if (!words[next].IsLarge) return false;
        }

        return false;
    }

    /// <summary>"na Trgu Ivana Cankarja", "rue du Docteur Jean Roux": what the place is stands before the name, with at most a rank or a small word between.</summary>
    private static bool StandsAfterPlace(List<WrittenWord> words, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - 1 - MostParticles); before--)
        {
            // nothing but a space stands between them, or the point of "dr."
            if (!words[before].IsBeforeSpace && !(words[before].EndsInPoint && Sections["rank"].Has(words[before].Plain))) return false;
            if (Sections["place"].Has(words[before].Plain)) return true;
            if (!Sections["particle"].Has(words[before].Plain) && !Sections["rank"].Has(words[before].Plain)) return false;
        }

        return false;
    }

    /// <summary>"Bürger", "Patient": a person, and in German also the first half of many other things.</summary>
    private static bool IsNounOfKind(WrittenWord title) => title.Plain.Length > 4 && title.IsLarge && title.Plain is not ("monsieur" or "madame" or "mademoiselle" or "gospa" or "gospod" or "gospodicna" or "meneer" or "mevrouw" or "mister" or "herrn");

    /// <summary>"Jean-Pierre" is given when its first half is.</summary>
    private static bool IsGiven(WrittenWord word) => IsGiven(word.Plain) || (word.FirstHalf is { } half && IsGiven(half));

    private static bool IsGiven(string plain)
    {
        if (Sections["given"].Has(plain)) return true;
        if (Sections["word"].Has(plain)) return false;
        foreach (var ending in Endings)
        {
            if (!plain.EndsWith(ending, StringComparison.Ordinal) || plain.Length - ending.Length < 3) continue;
            var stem = plain[..^ending.Length];
            if (Sections["given"].Has(stem) || Sections["given"].Has(stem + "a") || Sections["given"].Has(stem + "o")) return true;
        }

        return false;
    }

    private static (int, int) Passage(List<WrittenWord> words, int first, int last) => (words[first].Start, words[last].End - words[first].Start);
}

/// <summary>A word where it stands in a text.</summary>
/// <param name="Plain">In small letters and without diacritics.</param>
/// <param name="IsLarge">Begins with a capital and goes on in small letters.</param>
/// <param name="IsBeforeSpace">One space follows, and then another word.</param>
/// <param name="EndsInPoint">A full stop follows, and then a space.</param>
/// <param name="FirstHalf">Of a word with a hyphen, plain; none of others.</param>
internal sealed record WrittenWord(string Plain, int Start, int End, bool IsLarge, bool IsBeforeSpace, bool EndsInPoint, string? FirstHalf)
{
    public static List<WrittenWord> Of(string text)
    {
        List<WrittenWord> words = [];
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetter(text[at]) || (start >= 0 && text[at] == '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            {
                if (start < 0) start = at;
                continue;
            }

            if (start < 0) continue;
            var written = text[start..at];
            var plain = string.Concat(SafetyTokens.Of(written));
            if (plain.Length > 0)
                words.Add(new WrittenWord(
                    plain, start, at, char.IsUpper(written[0]) && (written.Length == 1 || char.IsLower(written[1])),
                    at + 1 < text.Length && text[at] is ' ' or '\u00a0', at + 1 < text.Length && text[at] == '.' && text[at + 1] is ' ' or '\u00a0',
                    written.IndexOf('-') is > 0 and var hyphen ? string.Concat(SafetyTokens.Of(written[..hyphen])) : null));
            start = -1;
        }

        return words;
    }
}
