using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Network.Transfer;

/// <summary>One field of a record by the name that files use, in the order in which they are written.</summary>
/// <param name="Name">Lower case with underscores.</param>
/// <param name="Value">A text, a list of texts, a whole number, true or false, or nothing.</param>
public sealed record RecordField<TRecord>(string Name, Func<TRecord, object?> Value)
{
    /// <summary>For people: a list is separated by semicolons, nothing is empty.</summary>
    public string Text(TRecord record) => Value(record) switch
    {
        null => "",
        IReadOnlyList<string> list => string.Join("; ", list),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => text.ToString()!,
    };

    /// <summary>Eight letters that stand for the value; those of nothing are dashes.</summary>
    internal string Mark(TRecord record)
    {
        var exact = Value(record) is IReadOnlyList<string> list ? string.Join('\u001f', list) : Text(record);
        return exact.Length == 0 ? FieldMarks.Nothing : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(exact)).AsSpan(0, 6));
    }
}

/// <summary>
/// What the last import said of each field, as one text of eight letters a field: enough to tell whether a value is still
/// the imported one, and no copy of what somebody may have deleted since.
/// </summary>
internal static class FieldMarks
{
    public const string Nothing = "--------";
    private const int Width = 8;

    public static string Of<TRecord>(IReadOnlyList<RecordField<TRecord>> fields, TRecord record) =>
        string.Concat(fields.Select(field => field.Mark(record)));

    /// <returns>None for a field that no import has told of.</returns>
    public static string? At(string? marks, int field) =>
        marks is not null && marks.Length >= (field + 1) * Width ? marks.Substring(field * Width, Width) : null;
}
