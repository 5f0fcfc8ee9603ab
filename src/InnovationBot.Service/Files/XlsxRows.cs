using System.Runtime.CompilerServices;
using System.Xml;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Reads the first sheet of an Excel workbook (Office Open XML, ECMA-376 part 1, 18.3 and 18.4): the values as they were last computed, nothing else of it.</summary>
internal static class XlsxRows
{
    /// <summary>Whether it is one at all, and unpacks to no more than a workbook of records could hold.</summary>
    public static bool IsWorkbook(Stream file, FileFaults faults)
    {
        try
        {
            using var package = XlsxPackage.Open(file);
            package.FirstSheet();
            return true;
        }
        catch (Exception broken) when (MendOf(broken) is { } mend)
        {
            faults.Add(1, "", mend);
            return false;
        }
    }

    /// <param name="file">From its beginning; left open.</param>
    /// <param name="header">Told of the columns, once, before the first row.</param>
    /// <param name="faults">Told of what cannot be read.</param>
    /// <param name="stop">Ends it.</param>
    public static async IAsyncEnumerable<Row> Read(Stream file, TableHeader header, FileFaults faults, [EnumeratorCancellation] CancellationToken stop)
    {
        using var sheet = Open(file, faults);
        if (sheet is null) yield break;
        string[]? cells = null;
        while (Next(sheet, header, faults))
        {
            stop.ThrowIfCancellationRequested();
            if (cells is null)
            {
                if (sheet.Cells.Count == 0) continue;
                if (!header.Read(sheet.Cells, sheet.Line, faults)) yield break;
                cells = new string[header.Columns.Count];
                continue;
            }

            for (var i = 0; i < cells.Length; i++) cells[i] = i < sheet.Cells.Count ? sheet.Cells[i] : "";
            var beyond = sheet.Cells.Skip(cells.Length).Any(cell => !string.IsNullOrWhiteSpace(cell));
            if (header.Row(sheet.Line, cells, beyond ? sheet.Cells.Count : cells.Length, faults) is { } row) yield return row;
        }

        if (cells is null && faults.Count == 0) faults.Add(1, "", Mend.EmptySheet);
        await Task.CompletedTask;
    }

    private static XlsxSheet? Open(Stream file, FileFaults faults)
    {
        try
        {
            return XlsxSheet.Open(file);
        }
        catch (Exception broken) when (MendOf(broken) is { } mend)
        {
            faults.Add(1, "", mend);
            return null;
        }
    }

    private static bool Next(XlsxSheet sheet, TableHeader header, FileFaults faults)
    {
        try
        {
            return sheet.Next();
        }
        catch (Exception broken) when (MendOf(broken) is { } mend)
        {
            faults.Add(Math.Max(1, sheet.Line), header.Field(sheet.Column), mend);
            return false;
        }
    }

    private static Mend? MendOf(Exception broken) => broken switch
    {
        XlsxPackage.TooLargeException tooLarge => tooLarge.Mend,
        InvalidDataException or XmlException or EndOfStreamException => Mend.NoWorkbook,
        _ => null,
    };
}
