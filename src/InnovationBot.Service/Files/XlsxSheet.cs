using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>One sheet, row by row.</summary>
internal sealed partial class XlsxSheet : IDisposable
{
    /// <summary>Letters of all shared texts together.</summary>
    private const int MostShared = 64 * 1024 * 1024;

    /// <summary>Letters of one cell that are kept, more than any field may have. Excel's own limit is 32,767.</summary>
    private const int LongestCell = 1024 * 1024;

    private const int MostColumns = 1000;

    private readonly XlsxPackage package;
    private readonly XmlReader sheet;
    private readonly List<string> shared;
    private readonly List<string> cells = [];

    private XlsxSheet(XlsxPackage package)
    {
        this.package = package;
        shared = SharedTexts(package);
        sheet = package.Read(package.FirstSheet());
    }

    /// <summary>The number that Excel shows beside the row.</summary>
    public int Line { get; private set; }

    /// <summary>The column of the cell that was read last, 0 first.</summary>
    public int Column { get; private set; }

    /// <summary>Up to the last one that is filled; empty ones are empty texts.</summary>
    public IReadOnlyList<string> Cells => cells;

    /// <exception cref="XlsxPackage.TooLargeException">It unpacks to too much.</exception>
    public static XlsxSheet Open(Stream file) => new(XlsxPackage.Open(file));

    public bool Next()
    {
        while (sheet.Read())
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "row") continue;
            Line = int.TryParse(sheet.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Line + 1;
            cells.Clear();
            if (sheet.IsEmptyElement) continue;

            var depth = sheet.Depth;
            while (sheet.Read() && sheet.Depth > depth)
                if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "c") ReadCell();
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        sheet.Dispose();
        package.Dispose();
    }

    private void ReadCell()
    {
        var column = ColumnOf(sheet.GetAttribute("r")) ?? cells.Count;
        Column = column;
        if (column >= MostColumns) throw new XlsxPackage.TooLargeException(Mend.ManyColumns(MostColumns));
        var type = sheet.GetAttribute("t");
        var text = sheet.IsEmptyElement ? "" : Texts(sheet, "v", "t");
        while (cells.Count < column) cells.Add("");
        if (cells.Count == column) cells.Add(Value(type, text));
        else cells[column] = Value(type, text);
    }

    private string Value(string? type, string text) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : throw new InvalidDataException(),
        "b" => text == "1" ? "true" : "false",
        "inlineStr" or "str" => Unescaped(text),
        _ => text,
    };

    private static List<string> SharedTexts(XlsxPackage package)
    {
        List<string> texts = [];
        if (!package.Has("xl/sharedStrings.xml")) return texts;
        var letters = 0L;
        using var reader = package.Read("xl/sharedStrings.xml");
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si") continue;
            var text = reader.IsEmptyElement ? "" : Unescaped(Texts(reader, "t"));
            letters += text.Length;
            if (letters > MostShared) throw new XlsxPackage.TooLargeException(Mend.ManyLetters(MostShared / (1024 * 1024)));
            texts.Add(text);
        }

        return texts;
    }

    /// <summary>The texts of the named elements within the current one, joined; readings of ideographs (<c>rPh</c>) are none.</summary>
    private static string Texts(XmlReader reader, params ReadOnlySpan<string> names)
    {
        var depth = reader.Depth;
        var joined = new StringBuilder();
        var buffer = new char[4096];
        var inside = false;
        var reading = 0;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName == "rPh" && !reader.IsEmptyElement) reading++;
                inside = reading == 0 && names.Contains(reader.LocalName) && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (reader.LocalName == "rPh") reading--;
                inside = false;
            }
            else if (inside && reader.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                for (int length; (length = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
                {
                    if (joined.Length <= LongestCell) joined.Append(buffer, 0, length);
                }
            }
        }

        return joined.ToString();
    }

    /// <summary>"BC12" is column 54.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var letter in reference.AsSpan())
        {
            if (!char.IsAsciiLetterUpper(letter)) break;
            column = column * 26 + (letter - 'A' + 1);
            if (column > 1_000_000) throw new InvalidDataException();
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>Letters that XML cannot hold stand as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, found => ((char)ushort.Parse(found.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
