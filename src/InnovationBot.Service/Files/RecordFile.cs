using System.Runtime.CompilerServices;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>The formats of files that hold records, by the ending of their names.</summary>
internal enum RecordFormat { JsonLines, Csv, Xlsx }

/// <summary>A file of records that is read from its beginning as often as need be.</summary>
/// <param name="content">Can be sought.</param>
/// <param name="format">By its ending.</param>
/// <param name="kind">What its records are.</param>
/// <param name="map">Columns, lower case, whose names the caller translated into fields.</param>
/// <param name="set">Fields that the caller gave a value for all lines; it stands above the line's own.</param>
internal sealed class RecordFile(Stream content, RecordFormat format, RecordShape kind, IReadOnlyDictionary<string, string> map, IReadOnlyDictionary<string, string> set)
{
    private readonly TableHeader header = new(kind.Fields, [.. kind.Required.Except(set.Keys)], map);

    /// <summary>Known once rows were read; none for JSON Lines, whose unknown fields are nobody's concern.</summary>
    public IReadOnlyList<string> UnknownColumns => header.Unknown;

    /// <inheritdoc cref="TableHeader.Absent"/>
    public IReadOnlyList<string> AbsentColumns => header.Absent;

    /// <inheritdoc cref="TableHeader.Columns"/>
    public IReadOnlyList<string> Columns => header.Columns;

    /// <returns>None for an ending that is no format of ours.</returns>
    public static RecordFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".jsonl" => RecordFormat.JsonLines,
        ".csv" => RecordFormat.Csv,
        ".xlsx" => RecordFormat.Xlsx,
        _ => null,
    };

    /// <summary>Whether the file is what its ending says, before anything is read of it.</summary>
    public async Task<bool> Check(FileFaults faults, CancellationToken stop)
    {
        content.Position = 0;
        return format == RecordFormat.Xlsx ? XlsxRows.IsWorkbook(content, faults) : await TextFileCheck.Passes(content, faults, stop, line => BrokenText.FieldOf(content, format, line, header, stop));
    }

    public async IAsyncEnumerable<Row> Rows(FileFaults faults, [EnumeratorCancellation] CancellationToken stop)
    {
        content.Position = 0;
        var rows = format switch
        {
            RecordFormat.JsonLines => JsonLines.Read(content, faults, stop),
            RecordFormat.Csv => CsvRows.Read(content, header, faults, stop),
            _ => XlsxRows.Read(content, header, faults, stop),
        };
        await foreach (var row in rows) yield return With(row);
    }

    private Row With(Row row)
    {
        if (set.Count == 0 && (map.Count == 0 || format != RecordFormat.JsonLines)) return row;
        var fields = new Dictionary<string, FieldValue>(row.Fields.Count + set.Count);
        foreach (var (name, value) in row.Fields) fields[Translated(name)] = value;
        foreach (var (name, value) in set)
        {
            if (value.Length > 0) fields[name] = new FieldValue(value, null);
            else fields.Remove(name);
        }

        return new Row(row.Line, fields, new HashSet<string>(row.Given.Select(Translated).Concat(set.Keys)));
    }

    private string Translated(string name) => format == RecordFormat.JsonLines ? map.GetValueOrDefault(name, name) : name;
}
