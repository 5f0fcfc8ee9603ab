using System.Globalization;
using System.Text;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.Tests.People.Safety;

/// <summary>
/// Sentences in six languages, judged by hand. Words were tuned on every second one; what is reported is how the others are found, which
/// were written before any word was changed for them.
/// </summary>
internal static class JudgedTexts
{
    public sealed record Concern(string Language, SafetyConcern? Kind, string Text, bool KeptApart);

    /// <param name="Marked">The passages that point to a person.</param>
    public sealed record Personal(string Language, string Text, IReadOnlyList<string> Marked, bool KeptApart);

    public static IReadOnlyList<Concern> Concerns { get; } =
    [
        .. Lines("concerns").Select((parts, number) => new Concern(
            parts[0], parts[1] == "none" ? null : Vocabulary.Read<SafetyConcern>(parts[1]), parts[2], number % 2 == 1)),
    ];

    /// <summary>Written later and judged once before words were changed for them (docs/safety-of-text.md has those figures); since then all of them are tuned on.</summary>
    public static IReadOnlyList<Concern> Later { get; } =
    [
        .. Lines("later").Select(parts => new Concern(parts[0], parts[1] == "none" ? null : Vocabulary.Read<SafetyConcern>(parts[1]), parts[2], KeptApart: false)),
    ];

    public static IReadOnlyList<Personal> Personals { get; } = [.. Marked("personal")];

    /// <summary>Written and tuned on later: notations of numbers, names in sentences, and what looks like them (files, invoices, streets, prizes).</summary>
    public static IReadOnlyList<Personal> LaterPersonals { get; } = [.. Marked("personal_later")];

    /// <returns>Of what is one, found; found that is none; one that was missed.</returns>
    public static (int Right, int Wrong, int Missed) Judge(IEnumerable<Concern> sentences)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var found = ConcernFinder.Find(sentence.Text) is not null;
            if (sentence.Kind is not null) _ = found ? right++ : missed++;
            else if (found) wrong++;
        }

        return (right, wrong, missed);
    }

    public static (int Right, int Wrong, int Missed) Judge(IEnumerable<Personal> sentences)
    {
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var found = PersonalDataFinder.Find(sentence.Text).Select(one => one.Words).ToList();
            right += sentence.Marked.Count(marked => found.Exists(words => marked.Contains(words, StringComparison.Ordinal) || words.Contains(marked, StringComparison.Ordinal)));
            missed += sentence.Marked.Count(marked => !found.Exists(words => marked.Contains(words, StringComparison.Ordinal) || words.Contains(marked, StringComparison.Ordinal)));
            wrong += found.Count(words => !sentence.Marked.Any(marked => marked.Contains(words, StringComparison.Ordinal) || words.Contains(marked, StringComparison.Ordinal)));
        }

        return (right, wrong, missed);
    }

    /// <summary>A row of the report in the documents.</summary>
    public static string Row(string language, (int Right, int Wrong, int Missed) concerns, (int Right, int Wrong, int Missed) personal) =>
        string.Create(CultureInfo.InvariantCulture, $"| {language} | {Share(concerns.Right, concerns.Wrong)} | {Share(concerns.Right, concerns.Missed)} | {Share(personal.Right, personal.Wrong)} | {Share(personal.Right, personal.Missed)} |");

    private static string Share(int right, int other) => right + other == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{right}/{right + other}");

    private static IEnumerable<Personal> Marked(string file) => Lines(file).Select((parts, number) =>
    {
        var pieces = parts[1].Split(["[[", "]]"], StringSplitOptions.None);
        return new Personal(parts[0], string.Concat(pieces), [.. pieces.Where((_, at) => at % 2 == 1)], number % 2 == 1);
    });

    private static IEnumerable<string[]> Lines(string file)
    {
        using var data = typeof(JudgedTexts).Assembly.GetManifestResourceStream($"safety.{file}.tsv")!;
        using var lines = new StreamReader(data, Encoding.UTF8);
        return [.. lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}
