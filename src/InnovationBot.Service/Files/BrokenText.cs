using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Names the field in which a text of records breaks, so that its author finds the place.</summary>
internal static class BrokenText
{
    /// <summary>The field in which a line stops being UTF-8; empty where that cannot be told.</summary>
    /// <param name="file">Read anew from its beginning; its earlier lines are UTF-8.</param>
    /// <param name="format">Not a workbook.</param>
    /// <param name="line">From 1.</param>
    /// <param name="header">Reads the columns.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<string> FieldOf(Stream file, RecordFormat format, int line, TableHeader header, CancellationToken stop)
    {
        file.Position = 0;
        var separator = format == RecordFormat.Csv ? await CsvRows.Separator(file, stop) : null;
        if (format == RecordFormat.Csv && (separator is null || line == 1)) return "";

        using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true); // a letter for each byte
        var (column, quoted) = (0, false);
        for (var at = 1; await reader.ReadLineAsync(stop) is { } text; at++)
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            if (at == line)
            {
                var valid = bytes.AsSpan(0, Valid(bytes));
                return separator is { } between ? header.Field(Count(valid, (byte)between, column, ref quoted)) : Member(valid);
            }

            if (separator is not { } sign) continue;
            if (at == 1) header.Read(Names(bytes, sign), 1, new FileFaults());
            column = Count(bytes, (byte)sign, column, ref quoted);
            if (!quoted) column = 0;
        }

        return "";
    }

    /// <summary>The member of an object in which it stops being JSON; empty where it is none from its beginning.</summary>
    public static string Member(ReadOnlySpan<byte> json)
    {
        var member = "";
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) member = reader.GetString()!.ToLowerInvariant();
                else if (reader.TokenType == JsonTokenType.String) reader.GetString(); // half a letter is found here
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // so far it is read
        }

        return member.Length <= LongestMember ? member : "";
    }

    private const int LongestMember = 60;

    private static int Valid(byte[] bytes)
    {
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        Utf8.ToUtf16(bytes, letters, out var valid, out _, replaceInvalidSequences: false);
        ArrayPool<char>.Shared.Return(letters);
        return valid;
    }

    /// <summary>Columns begun, those of the record's earlier lines included.</summary>
    private static int Count(ReadOnlySpan<byte> text, byte separator, int column, ref bool quoted)
    {
        foreach (var one in text)
        {
            if (one == '"') quoted = !quoted;
            else if (one == separator && !quoted) column++;
        }

        return column;
    }

    private static List<string> Names(byte[] bytes, char separator)
    {
        var line = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var (names, quoted) = (new List<string> { "" }, false);
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == separator && !quoted) names.Add("");
            else names[^1] += letter;
        }

        return names;
    }
}
