using System.Globalization;
using System.Text;

namespace InnovationBot.Search.Packs.Building;

/// <summary>Reads a MyThes thesaurus: a word, then lines of words that mean nearly the same.</summary>
internal static class Thesaurus
{
    static Thesaurus() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="most">Of the words of an entry, those of its first meanings first.</param>
    public static IEnumerable<Entry> Read(string path, int most, CancellationToken stop)
    {
        var name = File.ReadLines(path, Encoding.Latin1).FirstOrDefault()?.Trim() ?? "UTF-8";
        Encoding encoding;
        try { encoding = Encoding.GetEncoding(name.StartsWith("ISO8859", StringComparison.Ordinal) ? "ISO-8859" + name["ISO8859".Length..] : name); }
        catch (ArgumentException) { encoding = Encoding.UTF8; }

        var (word, left, synonyms) = ("", 0, new List<string>());
        foreach (var line in File.ReadLines(path, encoding).Skip(1))
        {
            stop.ThrowIfCancellationRequested();
            var cells = line.Split('|');
            if (left == 0)
            {
                if (cells.Length != 2 || !int.TryParse(cells[1], CultureInfo.InvariantCulture, out left)) { left = 0; continue; }
                (word, synonyms) = (cells[0], []);
                continue;
            }

            foreach (var cell in cells.Skip(1))
            {
                var plain = cell.Split('(')[0].Trim();
                if (plain.Length > 1 && synonyms.Count < most) synonyms.Add(plain);
            }

            if (--left == 0 && synonyms.Count > 0) yield return new(word, synonyms);
        }
    }
}
