using System.Text;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Embedded lists of words for finding what points to a person: sections, entries set apart by commas or lines, <c>#</c> for a remark.</summary>
internal static class PrivacyWords
{
    public static Dictionary<string, WordSet> Sections(string file) =>
        Read(file).GroupBy(one => one.Section).ToDictionary(section => section.Key, section => WordSet.Of(section.Select(one => one.Entry)));

    public static IEnumerable<string> Entries(string file, string section) => Read(file).Where(one => one.Section == section).Select(one => one.Entry);

    private static List<(string Section, string Entry)> Read(string file)
    {
        using var data = typeof(PrivacyWords).Assembly.GetManifestResourceStream($"privacy.{file}.txt") ?? throw new InvalidOperationException($"privacy.{file}.txt is not embedded.");
        using var lines = new StreamReader(data, Encoding.UTF8);
        List<(string Section, string Entry)> entries = [];
        var section = "";
        while (lines.ReadLine() is { } line)
        {
            line = line.Split('#')[0].Trim();
            if (line.StartsWith('[')) section = line.Trim('[', ']');
            else entries.AddRange(line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(entry => (section, entry)));
        }

        return entries;
    }
}

/// <summary>Phrases of words, found among the words of a text.</summary>
internal sealed class PrivacyPhrases
{
    private const int MostBetween = 3;

    private readonly List<(WordSet Words, bool AfterGap)[]> phrases = [];

    public static PrivacyPhrases Of(IEnumerable<string> entries)
    {
        var all = new PrivacyPhrases();
        foreach (var entry in entries)
        {
            List<(WordSet, bool)> parts = [];
            var afterGap = false;
            foreach (var written in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (written == "…") afterGap = true;
                else
                {
                    parts.Add((WordSet.Of([written]), afterGap));
                    afterGap = false;
                }
            }

            all.phrases.Add([.. parts]);
        }

        return all;
    }

    /// <returns>First and last word of each.</returns>
    public IEnumerable<(int First, int Last)> Find(List<WrittenWord> words)
    {
        for (var at = 0; at < words.Count; at++)
            foreach (var phrase in phrases)
                if (End(phrase, words, at, 0) is { } last)
                {
                    yield return (at, last);
                    break;
                }
    }

    private static int? End((WordSet Words, bool AfterGap)[] phrase, List<WrittenWord> words, int at, int part)
    {
        if (at >= words.Count || !phrase[part].Words.Has(words[at].Plain)) return null;
        if (part == phrase.Length - 1) return at;
        if (!phrase[part + 1].AfterGap) return End(phrase, words, at + 1, part + 1);
        for (var next = at + 1; next <= at + 1 + MostBetween; next++)
            if (End(phrase, words, next, part + 1) is { } last) return last;
        return null;
    }
}
