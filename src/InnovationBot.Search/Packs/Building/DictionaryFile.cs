using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace InnovationBot.Search.Packs.Building;

/// <summary>A word of one language and how another language says it, usual ones first.</summary>
internal readonly record struct Entry(string Word, IReadOnlyList<string> Translations);

/// <summary>Reads FreeDict's dictionaries in the dict server's form: an index of places, and the texts, zipped or not.</summary>
internal static partial class DictionaryFile
{
    private const int MostTranslations = 8;
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <returns>The paths of index and texts; <c>null</c> when the folder does not have both.</returns>
    public static (string Index, string Texts)? In(string folder, string name)
    {
        var index = Path.Combine(folder, name + ".index");
        var texts = new[] { Path.Combine(folder, name + ".dict.dz"), Path.Combine(folder, name + ".dict") }.FirstOrDefault(File.Exists);
        return texts is not null && File.Exists(index) ? (index, texts) : null;
    }

    public static IEnumerable<Entry> Read((string Index, string Texts) files, CancellationToken stop)
    {
        var texts = Texts(files.Texts);
        var seen = new HashSet<(long, long)>();
        foreach (var line in File.ReadLines(files.Index))
        {
            stop.ThrowIfCancellationRequested();
            var cells = line.Split('\t');
            if (cells.Length < 3 || cells[0].StartsWith("00-database", StringComparison.Ordinal) || cells[0].StartsWith("00database", StringComparison.Ordinal)) continue;
            var (start, length) = (Number(cells[1]), Number(cells[2]));
            if (start < 0 || length <= 0 || start + length > texts.Length || !seen.Add((start, length))) continue;
            if (Entry(Encoding.UTF8.GetString(texts, (int)start, (int)length)) is { } entry) yield return entry;
        }
    }

    private static byte[] Texts(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".dz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var all = new MemoryStream();
        plain.CopyTo(all);
        return all.ToArray();
    }

    private static long Number(string written)
    {
        var number = 0L;
        foreach (var digit in written)
        {
            var value = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0) return -1;
            number = number * 64 + value;
        }

        return number;
    }

    private static Entry? Entry(string text)
    {
        var lines = text.Split('\n');
        var word = Markup().Replace(lines[0], " ").Trim();
        if (word.Length == 0 || word.Length > 40) return null;
        var translations = new List<string>();
        foreach (var raw in lines.Skip(1))
        {
            // Examples and notes stand further in, cross references in braces.
            if (raw.StartsWith("      ", StringComparison.Ordinal) || raw.Contains('{', StringComparison.Ordinal) || raw.Contains('"', StringComparison.Ordinal)) continue;
            var line = Numbering().Replace(Markup().Replace(raw, " "), "");
            if (Remark().IsMatch(line)) continue;
            foreach (var piece in line.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var translation = Article().Replace(piece, "").Trim();
                if (translation.Length is > 1 and <= 40 && translation.Any(char.IsLetter) && translations.Count < MostTranslations) translations.Add(translation);
            }
        }

        return translations.Count == 0 ? null : new Entry(word, translations);
    }

    [GeneratedRegex(@"/[^/\n]*/|<[^>]*>|\[[^\]]*\]|\([^)]*\)")]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\s*\d+\.\s*")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^\s*(?:see|note|synonyms?|antonyms?)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?:to|a|an|the|le|la|les|un|une|de|het|een|der|die|das|en|et|at)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
