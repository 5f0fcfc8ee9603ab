namespace InnovationBot.Network.Transfer;

/// <summary>Who decides about a field when a file says something else than the store.</summary>
internal enum FieldRule
{
    /// <summary>The file, unless somebody changed the field here since the last import.</summary>
    File,

    /// <summary>The person it is about: a file proposes, and what it proposes is told.</summary>
    Person,

    /// <summary>The channel, which tells it anew with every message.</summary>
    Channel,
}

/// <summary>What of a line is taken over, and what is not.</summary>
/// <param name="Taken">Fields that become what the file says.</param>
/// <param name="Kept">Fields that stay as they are here, although the file says something else.</param>
/// <param name="Marks">What the record is to remember of this import.</param>
/// <param name="ChangesAnything">A field, or no more than what is remembered.</param>
public sealed record FieldMerge(IReadOnlyList<string> Taken, IReadOnlyList<string> Kept, string? Marks, bool ChangesAnything)
{
    /// <summary>
    /// Three texts are compared for each field: what is here, what the file says, and what the last import said. What
    /// was changed here since is not overwritten; of a record that no import ever brought, only what is empty is filled.
    /// </summary>
    /// <param name="fields">All of the record.</param>
    /// <param name="here">As stored.</param>
    /// <param name="file">As the file says.</param>
    /// <param name="given">The fields that the file speaks of; others stay. One that is given and empty is emptied.</param>
    /// <param name="marks">What the record remembers of the last import.</param>
    /// <param name="rule">Who decides about a field.</param>
    internal static FieldMerge Of<TRecord>(
        IReadOnlyList<RecordField<TRecord>> fields, TRecord here, TRecord file, IReadOnlySet<string> given, string? marks, Func<string, FieldRule> rule)
    {
        List<string> taken = [], kept = [];
        var next = new string[fields.Count];
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var (said, was) = (FieldMarks.At(marks, i), field.Mark(here));
            next[i] = said ?? FieldMarks.Nothing;
            if (!given.Contains(field.Name) || rule(field.Name) == FieldRule.Channel) continue;

            var says = field.Mark(file);
            if (says == was)
            {
                if (marks is not null) next[i] = says;
            }
            else if (rule(field.Name) == FieldRule.File && was == (said ?? FieldMarks.Nothing))
            {
                taken.Add(field.Name);
                next[i] = says;
            }
            else
            {
                kept.Add(field.Name);
                if (marks is not null) next[i] = says;
            }
        }

        var remembered = marks is null && taken.Count == 0 ? null : string.Concat(next);
        return new FieldMerge(taken, kept, remembered, remembered != marks);
    }
}
