using System.Text.RegularExpressions;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Details of one person's health: an illness in a sentence that tells who it is, by name, age or relation. An illness alone is what services are
/// about ("people with diabetes wait"), and stays.
/// </summary>
internal static partial class HealthDetails
{
    private static readonly PrivacyPhrases Details = PrivacyPhrases.Of(PrivacyWords.Entries("health", "detail"));
    private static readonly PrivacyPhrases Persons = PrivacyPhrases.Of(PrivacyWords.Entries("health", "person"));

    /// <param name="text">What somebody wrote.</param>
    /// <param name="names">Where names of people stand in it.</param>
    public static IEnumerable<(int Start, int Length)> Find(string text, IReadOnlyList<(int Start, int Length)> names)
    {
        foreach (var sentence in Sentences(text))
        {
            var words = WrittenWord.Of(text[sentence]);
            var found = Details.Find(words).ToList();
            if (found.Count == 0) continue;
            var (from, length) = sentence.GetOffsetAndLength(text.Length);
            if (!names.Any(name => name.Start >= from && name.Start < from + length) && !Persons.Find(words).Any() && !Age().IsMatch(text[sentence])) continue;
            foreach (var (first, last) in found) yield return (from + words[first].Start, words[last].End - words[first].Start);
        }
    }

    private static IEnumerable<Range> Sentences(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            // "Mrs. Novak" and "54. člen" end no sentence: what follows a short word or a number and a point belongs to it
            if (at < text.Length && text[at] is not ('!' or '?' or '\n') && !(text[at] == '.' && EndsSentence(text, at))) continue;
            if (at > start) yield return start..at;
            start = at + 1;
        }
    }

    private static bool EndsSentence(string text, int point)
    {
        var word = point;
        while (word > 0 && char.IsLetterOrDigit(text[word - 1])) word--;
        return point - word > 4 || point + 1 >= text.Length || text[point + 1] == '\n';
    }

    /// <summary>"a 12-year-old", "der 12-jährige": one word for one person.</summary>
    [GeneratedRegex(@"(?<![0-9])[0-9]{1,3}-(?:year-old(?!s)|jährige?[rsn]?|årige?|jarige?|letn[\p{L}]{1,3})(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Age();
}
