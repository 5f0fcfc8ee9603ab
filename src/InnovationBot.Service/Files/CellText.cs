using System.Text.Json;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>
/// What stands in the cell of a table. A text that a spreadsheet would take for a formula has a <c>'</c> before it, and
/// so has one that would read as such a one; import takes one away again. A list is separated by semicolons, or, when an
/// entry holds one itself, a JSON array.
/// </summary>
internal static class CellText
{
    public static string Write(object? value) => value switch
    {
        null => "",
        IReadOnlyList<string> list => Guard(Join(list)),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var text => Guard(FieldText.Plain(text.ToString()!)),
    };

    /// <returns>None for an empty cell.</returns>
    public static FieldValue? Read(string cell)
    {
        var text = Unguard(cell.Trim()).Trim();
        if (text.Length == 0) return null;
        return new FieldValue(text, text is ['[', .., ']'] ? Items(text) : null);
    }

    private static string Join(IReadOnlyList<string> list)
    {
        var items = list.Select(FieldText.Plain).Where(item => item.Length > 0).ToList();
        var plain = string.Join(';', items);
        return items.Exists(item => item.Contains(';', StringComparison.Ordinal)) || plain is ['[', .., ']']
            ? JsonSerializer.Serialize(items, TransferJson.Readable.ListString)
            : plain;
    }

    private static List<string>? Items(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, TransferJson.Readable.ListString) is { } items && !items.Contains(null!) ? items : null;
        }
        catch (JsonException)
        {
            return null; // somebody's text in brackets
        }
    }

    private static string Guard(string text) => IsFormula(text) ? $"'{text}" : text;

    private static string Unguard(string text) => text is ['\'', ..] && IsFormula(text) ? text[1..] : text;

    private static bool IsFormula(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return first.Length > 0 && first[0] is '=' or '+' or '-' or '@';
    }
}
