using System.Text.Json;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Routing;

/// <summary>
/// What a press sent: the button's ids and the card's inputs, as anybody could have forged them. Read field by field with
/// bounds; a field that is missing or no use makes the press a <see cref="BadInputException"/>.
/// </summary>
public readonly struct PressData(JsonElement data)
{
    /// <summary>Longest text an input may hold, in characters; clients check it too, but are not believed.</summary>
    public const int LongestText = 8000;

    /// <summary>An entity's id.</summary>
    /// <exception cref="BadInputException">Missing, or not the 32 digits of an id.</exception>
    public TId Id<TId>(string field) where TId : struct, IEntityId<TId> =>
        EntityId.TryRead<TId>(Field(field), out var id) ? id : throw new BadInputException(field);

    public TId? IdOrNone<TId>(string field) where TId : struct, IEntityId<TId> =>
        EntityId.TryRead<TId>(Field(field), out var id) ? id : null;

    /// <summary>Whether the client sent the field at all; an empty one is there.</summary>
    public bool Has(string field) => Field(field) is not null;

    /// <summary>Whether any field's name begins so.</summary>
    public bool HasAny(string prefix) => data.ValueKind == JsonValueKind.Object && data.EnumerateObject().Any(field => field.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A text input, trimmed; empty when the client left it out.</summary>
    /// <exception cref="BadInputException">Longer than <paramref name="most"/> characters.</exception>
    public string Text(string field, int most = LongestText)
    {
        var text = Plain(Field(field));
        return text.Length <= most ? text : throw new BadInputException(field);
    }

    /// <summary>
    /// What a client sent as text, as a store keeps it and a file can give it back: without control characters, of which PostgreSQL has no U+0000 and XML
    /// none. Word processors paste line and page breaks of their own. What was copied from a card of ours may hold the invisible signs that keep a client
    /// from making links of people's words and let long words break.
    /// </summary>
    internal static string Plain(string? text)
    {
        if (text is null) return "";
        if (!text.AsSpan().ContainsAnyExceptInRange('\u0020', '\u007E') || !text.Any(IsSign)) return text.Trim();
        return string.Concat(text.Select(letter => letter is '\v' or '\f' ? '\n' : letter).Where(letter => !IsSign(letter))).Trim();

        static bool IsSign(char letter) => letter is '\u2060' or '\u200B' || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
    }

    /// <summary>A toggle: clients send "true" and "false" as text.</summary>
    public bool Flag(string field) => string.Equals(Field(field), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of a multiple choice, in the order sent; none when the client left it out.</summary>
    public IReadOnlyList<string> Choices(string field) =>
        (Field(field) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A whole number; clients may send it as text.</summary>
    public int? Number(string field) => int.TryParse(Field(field), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>One of an enumeration's words.</summary>
    public TEnum? Word<TEnum>(string field) where TEnum : struct, Enum => Vocabulary.TryRead<TEnum>(Field(field), out var value) ? value : null;

    /// <summary>All that could be somebody's own words: every text with a space in it, a sentence each.</summary>
    public string Written => data.ValueKind != JsonValueKind.Object ? "" : string.Join(
        ".\n", data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString()!).Where(text => text.Contains(' ', StringComparison.Ordinal)));

    private string? Field(string name)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText().ToLowerInvariant(),
            _ => null,
        };
    }
}

/// <summary>A press carried something no card of ours sends; answered with a friendly word, logged by field name only.</summary>
public sealed class BadInputException(string field) : Exception($"The field '{field}' of a press is missing or of no use.")
{
    public string Field { get; } = field;
}
