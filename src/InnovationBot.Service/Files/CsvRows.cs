using System.Runtime.CompilerServices;
using CsvHelper;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Reads CSV: a header row, comma or semicolon, quoting by RFC 4180. Cells that break the quoting are faults, not guessed at.</summary>
internal static class CsvRows
{
    /// <summary>Bytes. As much as <see cref="TextFileCheck"/> lets a line have.</summary>
    private const int LongestRecord = 16 * 1024 * 1024;

    /// <param name="file">From its beginning; left open. Checked by <see cref="TextFileCheck"/>.</param>
    /// <param name="header">Told of the columns, once, before the first row.</param>
    /// <param name="faults">Told of broken quotes, and of rows with other columns than the header.</param>
    /// <param name="stop">Ends it.</param>
    public static async IAsyncEnumerable<Row> Read(Stream file, TableHeader header, FileFaults faults, [EnumeratorCancellation] CancellationToken stop)
    {
        var separator = await Separator(file, stop);
        await using var reader = CsvReader.Create(
            file,
            new CsvReaderOptions
            {
                Separator = separator, TrackLineNumbers = true, MaxRecordSize = LongestRecord, IncludeValuesInExceptions = false,
                OnMalformedRecord = broken => faults.Add(
                    (int)broken.LineNumber, header.Field(BrokenCell.In(broken.RawRecord, separator ?? ',')), MendOf(broken.Reason)),
            },
            leaveOpen: true);
        if (!await Next(() => reader.ReadHeaderAsync(stop).AsTask().ContinueWith(read => { read.GetAwaiter().GetResult(); return true; }, TaskScheduler.Default), faults)) yield break;
        if (!header.Read(reader.Headers, 1, faults)) yield break;

        var cells = new string[reader.Headers.Count];
        while (await Next(() => reader.ReadAsync(stop).AsTask(), faults))
        {
            var line = (int)reader.LineNumber;
            for (var i = 0; i < cells.Length; i++) cells[i] = i < reader.FieldCount ? reader.GetString(i) : "";
            if (header.Row(line, cells, reader.FieldCount, faults) is { } row) yield return row;
        }
    }

    private static async Task<bool> Next(Func<Task<bool>> read, FileFaults faults)
    {
        try
        {
            return await read();
        }
        catch (CsvFormatException broken)
        {
            faults.Add((int)Math.Max(1, broken.LineNumber), "", Mend.LongRecord(LongestRecord / (1024 * 1024)));
            return false;
        }
    }

    /// <summary>Whichever of the two the header row has more of, outside of quotation marks; Excel's <c>sep=</c> line is left to the reader.</summary>
    internal static async Task<char?> Separator(Stream file, CancellationToken stop)
    {
        var start = new byte[64 * 1024];
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, stop);
        file.Position = 0;
        var (commas, semicolons, quoted) = (0, 0, false);
        var text = start.AsSpan(0, length);
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        if (text.StartsWith("sep="u8)) return null;
        foreach (var one in text)
        {
            if (one == '"') quoted = !quoted;
            else if (!quoted && one == '\n') break;
            else if (!quoted && one == ',') commas++;
            else if (!quoted && one == ';') semicolons++;
        }

        return semicolons > commas ? ';' : ',';
    }

    private static Mend MendOf(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => Mend.OpenQuote,
        CsvMalformedReason.TextAfterClosingQuote => Mend.AfterQuote,
        _ => Mend.InnerQuote,
    };
}
