using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Writes records as files: UTF-8 without a byte-order mark, LF, fields in the order of their kind.</summary>
internal static class RecordWriter
{
    public static async Task<int> WriteCsv<TRecord>(
        IAsyncEnumerable<TRecord> records, IReadOnlyList<RecordField<TRecord>> fields, Stream to, CancellationToken stop)
    {
        var count = 0;
        await using var writer = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        writer.WriteRecord([.. fields.Select(field => field.Name)]);
        await foreach (var record in records.WithCancellation(stop))
        {
            await writer.WriteRecordAsync([.. fields.Select(field => CellText.Write(field.Value(record)))], stop);
            count++;
        }

        await writer.FlushAsync(stop);
        return count;
    }

    /// <summary>A table of texts, a row for each, below its header.</summary>
    public static void WriteTable(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, Stream to)
    {
        using var writer = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        writer.WriteRecord([.. header]);
        foreach (var row in rows) writer.WriteRecord([.. row.Select(CellText.Write)]);
    }

    /// <summary>Empty fields are left out.</summary>
    public static async Task<int> WriteJsonLines<TRecord>(
        IAsyncEnumerable<TRecord> records, IReadOnlyList<RecordField<TRecord>> fields, Stream to, CancellationToken stop)
    {
        var count = 0;
        await using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await foreach (var record in records.WithCancellation(stop))
        {
            writer.WriteStartObject();
            foreach (var field in fields) Write(writer, field.Name, field.Value(record));
            writer.WriteEndObject();
            await writer.FlushAsync(stop);
            writer.Reset();
            to.WriteByte((byte)'\n');
            count++;
        }

        return count;
    }

    private static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null: return;
            case bool flag: writer.WriteBoolean(name, flag); return;
            case int number: writer.WriteNumber(name, number); return;
            case IReadOnlyList<string> list: WriteList(writer, name, [.. list.Select(FieldText.Plain).Where(item => item.Length > 0)]); return;
            default:
                var text = FieldText.Plain(value.ToString()!);
                if (text.Length > 0) writer.WriteString(name, text);
                return;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, List<string> items)
    {
        if (items.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var item in items) writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
