using System.Globalization;
using System.Text;

namespace InnovationBot.Search.Packs.Building;

/// <summary>A meaning of WordNet: the words for it, what they mean, and the meanings it is related to.</summary>
/// <param name="Lemmas">As written, words of a compound apart, with the rank of this meaning among all of that word, from 1.</param>
/// <param name="Gloss">The definition, then examples.</param>
/// <param name="Related">Other meanings and how near each is, 0 to 1.</param>
internal sealed record Synset(string Id, IReadOnlyList<(string Lemma, int Rank)> Lemmas, string Gloss, IReadOnlyList<(string Id, float Near)> Related);

/// <summary>Reads WordNet's database files (wndb(5WN)): <c>index.*</c> for the order of a word's meanings, <c>data.*</c> for the meanings.</summary>
internal static class WordNetFiles
{
    private static readonly string[] Parts = ["noun", "verb", "adj", "adv"];

    public static bool AreIn(string folder) => Parts.All(part => File.Exists(Path.Combine(folder, "data." + part)) && File.Exists(Path.Combine(folder, "index." + part)));

    public static IEnumerable<string> Of(string folder) => Parts.SelectMany(part => new[] { Path.Combine(folder, "data." + part), Path.Combine(folder, "index." + part) });

    public static List<Synset> Read(string folder, CancellationToken stop)
    {
        var synsets = new List<Synset>(120_000);
        foreach (var part in Parts)
        {
            var ranks = Ranks(Path.Combine(folder, "index." + part));
            foreach (var line in File.ReadLines(Path.Combine(folder, "data." + part), Encoding.Latin1))
            {
                stop.ThrowIfCancellationRequested();
                if (!line.StartsWith(' ') && Synset(line, ranks) is { } synset) synsets.Add(synset);
            }
        }

        return synsets;
    }

    private static Dictionary<(string Lemma, string Offset), int> Ranks(string file)
    {
        var ranks = new Dictionary<(string, string), int>();
        foreach (var line in File.ReadLines(file, Encoding.Latin1))
        {
            if (line.StartsWith(' ')) continue;
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 3 || !int.TryParse(cells[2], CultureInfo.InvariantCulture, out var meanings) || meanings > cells.Length - 3) continue;
            for (var rank = 1; rank <= meanings; rank++) ranks[(cells[0], cells[^(meanings - rank + 1)])] = rank;
        }

        return ranks;
    }

    private static Synset? Synset(string line, Dictionary<(string, string), int> ranks)
    {
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        var cells = (bar < 0 ? line : line[..bar]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 6 || !int.TryParse(cells[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var words) || cells.Length < 5 + 2 * words) return null;
        var lemmas = new List<(string, int)>(words);
        for (var i = 0; i < words; i++)
        {
            var lemma = cells[4 + 2 * i];
            if (lemma.IndexOf('(', StringComparison.Ordinal) is > 0 and var marker) lemma = lemma[..marker]; // "galore(ip)"
            lemmas.Add((lemma.Replace('_', ' '), ranks.GetValueOrDefault((lemma.ToLowerInvariant(), cells[0]), 1)));
        }

        var at = 4 + 2 * words;
        var related = new List<(string, float)>();
        if (int.TryParse(cells[at], CultureInfo.InvariantCulture, out var pointers))
        {
            for (var i = 0; i < pointers && at + 4 + 4 * i < cells.Length; i++)
                related.Add((Id(cells[at + 3 + 4 * i], cells[at + 2 + 4 * i]), Near(cells[at + 1 + 4 * i])));
        }

        return new(Id(cells[2], cells[0]), lemmas, bar < 0 ? "" : line[(bar + 3)..], related);
    }

    private static string Id(string part, string offset) => (part == "s" ? "a" : part) + offset;

    /// <summary>How much of a related meaning's words belongs to this one, by WordNet's pointer symbols.</summary>
    private static float Near(string pointer) => pointer switch
    {
        "@" or "@i" => 0.5f, // what it is a kind of
        "&" or "+" => 0.5f, // similar; the verb of a noun
        "~" => 0.25f, // its kinds
        ";c" or "-c" => 0.15f, // its field
        _ => 0.3f,
    };
}
