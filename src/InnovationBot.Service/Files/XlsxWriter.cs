using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace InnovationBot.Service.Files;

/// <summary>Writes a workbook of texts (Office Open XML, ECMA-376 part 1): every cell an inline string, so that Excel turns nothing into a date or a formula.</summary>
internal static class XlsxWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";

    public static byte[] Write(params ReadOnlySpan<(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)> sheets)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var (parts, names, links) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
            for (var i = 0; i < sheets.Length; i++)
            {
                var number = i + 1;
                Text(archive, $"xl/worksheets/sheet{number}.xml", Sheet(sheets[i].Rows));
                parts.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""");
                names.Append(CultureInfo.InvariantCulture, $"""<sheet name="{Escaped(sheets[i].Name)}" sheetId="{number}" r:id="rId{number}"/>""");
                links.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{number}" Type="{Links}/worksheet" Target="worksheets/sheet{number}.xml"/>""");
            }

            Text(archive, "[Content_Types].xml", $"""<Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{parts}</Types>""");
            Text(archive, "_rels/.rels", $"""<Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Text(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets>{names}</sheets></workbook>""");
            Text(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}relationships">{links}</Relationships>""");
        }

        return file.ToArray();
    }

    private static string Sheet(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}"><cols><col min="1" max="40" width="24" customWidth="1"/></cols><sheetData>""");
        foreach (var (row, cells) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            foreach (var (column, text) in cells.Index())
                if (text.Length > 0) xml.Append(CultureInfo.InvariantCulture, $"""<c r="{Column(column)}{row + 1}" t="inlineStr"><is><t xml:space="preserve">{Escaped(text)}</t></is></c>""");
            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    /// <summary>0 is A, 26 is AA.</summary>
    private static string Column(int number) => number < 26 ? ((char)('A' + number)).ToString() : Column((number / 26) - 1) + (char)('A' + (number % 26));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)))
            escaped.Append(letter switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => letter.ToString() });
        return escaped.ToString();
    }

    private static void Text(ZipArchive archive, string part, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(xml);
    }
}
