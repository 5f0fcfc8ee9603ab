using System.Globalization;
using System.Text;

namespace InnovationBot.Search.Packs.Building;

/// <summary>
/// The endings of a Hunspell dictionary, as far as they make the forms of a word: which form belongs to which word. Flags may be single
/// letters, pairs or numbers, written out or as aliases; prefixes and compounding are left out.
/// </summary>
internal sealed class AffixRules
{
    private readonly record struct Ending(string Strip, string Add, string Condition);

    private readonly Dictionary<string, List<Ending>> endings = new(StringComparer.Ordinal);
    private readonly List<string> aliases = [];
    private string flags = "short";

    static AffixRules() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Adds each form of each word of the dictionary, the word itself not among them.</summary>
    public static void Forms(string affixes, string words, Action<string, string> form, CancellationToken stop)
    {
        var encoding = EncodingOf(affixes);
        var rules = new AffixRules();
        foreach (var line in File.ReadLines(affixes, encoding)) rules.Read(line);
        foreach (var line in File.ReadLines(words, encoding).Skip(1))
        {
            stop.ThrowIfCancellationRequested();
            var end = line.IndexOfAny([' ', '\t']);
            var entry = end < 0 ? line : line[..end];
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            if (slash <= 0) continue;
            var word = entry[..slash];
            foreach (var flag in rules.Flags(entry[(slash + 1)..]))
            {
                if (!rules.endings.TryGetValue(flag, out var list)) continue;
                foreach (var ending in list)
                {
                    if (word.EndsWith(ending.Strip, StringComparison.Ordinal) && Suits(word, ending.Condition)) form(word[..^ending.Strip.Length] + ending.Add, word);
                }
            }
        }
    }

    private static Encoding EncodingOf(string affixes)
    {
        var name = File.ReadLines(affixes, Encoding.Latin1).FirstOrDefault(line => line.StartsWith("SET ", StringComparison.Ordinal))?[4..].Trim() ?? "ISO-8859-1";
        if (name.StartsWith("ISO8859", StringComparison.Ordinal)) name = "ISO-8859" + name["ISO8859".Length..];
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private void Read(string line)
    {
        var cells = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 2) return;
        if (cells[0] == "FLAG") flags = cells[1];
        else if (cells[0] == "AF" && (aliases.Count > 0 || !int.TryParse(cells[1], CultureInfo.InvariantCulture, out _))) aliases.Add(cells[1]);
        else if (cells[0] == "SFX" && cells.Length >= 5)
        {
            var add = cells[3].Split('/')[0];
            var list = endings.TryGetValue(cells[1], out var known) ? known : endings[cells[1]] = [];
            list.Add(new(cells[2] == "0" ? "" : cells[2], add == "0" ? "" : add, cells[4]));
        }
    }

    private IEnumerable<string> Flags(string written)
    {
        if (aliases.Count > 0 && int.TryParse(written, CultureInfo.InvariantCulture, out var alias) && alias >= 1 && alias <= aliases.Count) written = aliases[alias - 1];
        return flags switch
        {
            "num" => written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            "long" => written.Chunk(2).Select(pair => new string(pair)),
            _ => written.EnumerateRunes().Select(rune => rune.ToString()),
        };
    }

    /// <summary>A condition is letters, sets of letters and dots that the word must end with.</summary>
    private static bool Suits(string word, string condition)
    {
        if (condition == ".") return true;
        var at = word.Length - 1;
        for (var i = condition.Length - 1; i >= 0; i--, at--)
        {
            if (at < 0) return false;
            if (condition[i] == ']')
            {
                var open = condition.LastIndexOf('[', i);
                if (open < 0) return false;
                var set = condition.AsSpan(open + 1, i - open - 1);
                var not = set.StartsWith("^");
                if (set.Contains(word[at]) == not) return false;
                i = open;
            }
            else if (condition[i] != '.' && condition[i] != word[at])
            {
                return false;
            }
        }

        return true;
    }
}
