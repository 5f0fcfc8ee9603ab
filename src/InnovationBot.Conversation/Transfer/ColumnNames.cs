using System.Globalization;
using System.Text;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>Which field a column is, by how people call it in any of the six languages: a proposal, which a person confirms.</summary>
internal static class ColumnNames
{
    /// <summary>From here on two wordings are close enough to propose one for the other.</summary>
    private const double Near = 0.6;

    /// <summary>Words of any language that mean a field, and how far behind the field's own name and the languages' first words they stand.</summary>
    private static readonly Dictionary<string, (string Wording, int Rank)[]> Wordings = All(TextCatalog.Default);

    /// <summary>What people call a field in a language.</summary>
    public static string Label(string field, Say say)
    {
        var words = say[$"Columns.{field}Words"];
        var label = words.IndexOf(';', StringComparison.Ordinal) is var end and > 0 ? words[..end].Trim() : words;
        return char.ToUpper(label[0], say.Culture) + label[1..];
    }

    /// <summary>The kind whose records the columns make without doubt.</summary>
    public static RecordKind? Kind(IReadOnlyList<string> columns)
    {
        var fits = Enum.GetValues<RecordKind>().Select(kind =>
        {
            var fields = Propose(columns, kind);
            var taken = fields.Count(field => field.Length > 0);
            return (Kind: kind, Whole: RecordShape.Of(kind).Required.All(fields.Contains), Taken: taken);
        }).OrderByDescending(fit => fit.Whole).ThenByDescending(fit => fit.Taken).ToList();
        return fits[0].Whole && (!fits[1].Whole || fits[0].Taken > fits[1].Taken) ? fits[0].Kind : null;
    }

    /// <returns>For each column a field of the kind, each field at most once; empty where none comes near.</returns>
    public static IReadOnlyList<string> Propose(IReadOnlyList<string> columns, RecordKind kind)
    {
        var shape = RecordShape.Of(kind);
        var fits = from column in Enumerable.Range(0, columns.Count)
                   from field in shape.Fields
                   let likeness = Likeness(Plain(columns[column]), field)
                   where likeness >= Near
                   orderby likeness descending, column
                   select (column, field);
        var proposed = new string[columns.Count];
        Array.Fill(proposed, "");
        foreach (var (column, field) in fits)
            if (proposed[column].Length == 0 && !proposed.Contains(field)) proposed[column] = field;
        return proposed;
    }

    private static double Likeness(string column, string field)
    {
        if (column.Length == 0) return 0;
        var best = 0.0;
        foreach (var (wording, rank) in Wordings[field])
        {
            var likeness = wording == column ? 1 - (rank * 0.0001) : Math.Min(0.95, Math.Max(Contained(column, wording), Bigrams(column, wording)));
            if (likeness > best) best = likeness;
        }

        return best;
    }

    /// <summary>All words of the one stand in the other: "name of the municipality" is a name.</summary>
    private static double Contained(string column, string wording)
    {
        var (one, other) = (column.Split(' '), wording.Split(' '));
        var common = one.Intersect(other).Count();
        return common == Math.Min(one.Length, other.Length) && wording.Length > 2 && column.Length > 2 ? 0.6 + (0.3 * common / Math.Max(one.Length, other.Length)) : 0;
    }

    /// <summary>Dice's coefficient of letter pairs, so that a misspelt or inflected word is still near.</summary>
    private static double Bigrams(string one, string other)
    {
        if (one.Length < 4 || other.Length < 4) return 0;
        var pairs = Pairs(one);
        var common = 0;
        foreach (var pair in Pairs(other))
            if (pairs.Remove(pair)) common++;
        var likeness = 2.0 * common / (one.Length - 1 + other.Length - 1);
        return likeness >= 0.66 ? likeness - 0.05 : 0;
    }

    private static List<string> Pairs(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];

    private static Dictionary<string, (string, int)[]> All(TextCatalog texts) => Enum.GetValues<RecordKind>().SelectMany(kind => RecordShape.Of(kind).Fields).Distinct()
        .ToDictionary(field => field, field => Language.Spoken
            .SelectMany(language => texts.Get(language, $"Columns.{field}Words").Fill(name => name).Split(';').Select((wording, rank) => (Plain(wording), rank)))
            .Prepend((Plain(field), 0)).Where(one => one.Item1.Length > 0).ToArray());

    /// <summary>Letters and digits without case and diacritics, one space between words.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Replace('ß', 's').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }
}
