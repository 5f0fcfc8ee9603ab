using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>The header row of a table: which column is which field.</summary>
/// <param name="fields">The fields of the kind of record.</param>
/// <param name="required">Those without which no record is whole, and which no option gives.</param>
/// <param name="map">Columns whose names the caller translated.</param>
internal sealed class TableHeader(IReadOnlyCollection<string> fields, IReadOnlyCollection<string> required, IReadOnlyDictionary<string, string> map)
{
    private string[] names = [];
    private HashSet<string> given = [];

    /// <summary>Columns that are no fields, as they stand in the file.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    /// <summary>Columns that the caller translated and the file does not have.</summary>
    public IReadOnlyList<string> Absent { get; private set; } = [];

    /// <summary>All columns, as they stand in the file.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public string Field(int column) => column < names.Length ? names[column] : "";

    /// <returns>Whether rows can be read.</returns>
    public bool Read(IReadOnlyList<string> columns, int line, FileFaults faults)
    {
        Columns = [.. columns.Select(column => column.Trim())];
        names = [.. Columns.Select(column => map.GetValueOrDefault(column.ToLowerInvariant()) ?? Spell(column))];
        Unknown = [.. Columns.Where((column, i) => column.Length > 0 && !fields.Contains(names[i]))];
        Absent = [.. map.Keys.Except(Columns, StringComparer.OrdinalIgnoreCase)];
        given = [.. names.Where(fields.Contains)];
        if (Columns.Count == 1 && given.Count == 0)
        {
            faults.Add(line, "", Mend.NoColumns(required));
            return false;
        }

        foreach (var twice in names.Where(given.Contains).GroupBy(name => name).Where(name => name.Count() > 1))
            faults.Add(line, twice.Key, Mend.ColumnTwice);
        foreach (var missing in required.Except(given)) faults.Add(line, missing, Mend.ColumnRequired);
        return faults.Count == 0;
    }

    /// <param name="line">Where the row begins.</param>
    /// <param name="cells">As many as the header has columns.</param>
    /// <param name="count">As many as the row really has.</param>
    /// <param name="faults">Told when the row has other columns.</param>
    /// <returns>Nothing for an empty row.</returns>
    public Row? Row(int line, IReadOnlyList<string> cells, int count, FileFaults faults)
    {
        if (count != names.Length && cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            faults.Add(line, "", Mend.RowWidth(names.Length, count));
            return null;
        }

        var values = new Dictionary<string, FieldValue>(given.Count);
        for (var i = 0; i < names.Length; i++)
            if (given.Contains(names[i]) && CellText.Read(cells[i]) is { } value) values[names[i]] = value;
        return values.Count == 0 ? null : new Row(line, values, given);
    }

    /// <summary>"What was done" is <c>what_was_done</c>.</summary>
    internal static string Spell(string column) => column.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
