namespace InnovationBot.Service.Files;

/// <summary>One record of a file, whatever its format: fields by name, each one text or a list of texts.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Fields">Without those that are empty; names in lower case.</param>
/// <param name="Given">The names of all the line speaks of, the empty ones too.</param>
internal sealed record Row(int Line, IReadOnlyDictionary<string, FieldValue> Fields, IReadOnlySet<string> Given);

/// <summary>A field's value: a text, or a list of them; a cell of a table may be read as either.</summary>
internal readonly record struct FieldValue(string? Text, IReadOnlyList<string>? List)
{
    /// <summary>Something that is neither.</summary>
    public static readonly FieldValue NoText = new(null, null);

    public bool IsNoText => Text is null && List is null;

    /// <summary>A list; one text is a list separated by semicolons.</summary>
    public IEnumerable<string> Items =>
        (List ?? Text?.Split(';') ?? []).Select(item => item.Trim()).Where(item => item.Length > 0);
}
