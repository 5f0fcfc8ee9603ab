using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// What a button sends back: ids, never texts, for everybody who sees a card can read its data, and never facts that
/// the bot then believes. Immutable, in the order given.
/// </summary>
[JsonConverter(typeof(CardDataConverter))]
public sealed class CardData
{
    /// <summary>Longest value, in characters: room for an id, not for a text.</summary>
    public const int LongestValue = 128;

    /// <summary>Keys that Adaptive Cards and Teams use themselves; an entry so named would be lost or misread.</summary>
    public static readonly IReadOnlySet<string> ReservedKeys = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "verb", "msteams", "type", "action" };

    public static readonly CardData None = new([]);

    private readonly KeyValuePair<string, string>[] entries;

    private CardData(KeyValuePair<string, string>[] entries) => this.entries = entries;

    /// <exception cref="ArgumentException">A key is empty, reserved or twice there, or a value is longer than <see cref="LongestValue"/>.</exception>
    public static CardData Of(params ReadOnlySpan<(string Key, string Value)> entries)
    {
        var kept = new KeyValuePair<string, string>[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var (key, value) = entries[i];
            if (string.IsNullOrWhiteSpace(key) || ReservedKeys.Contains(key))
                throw new ArgumentException($"'{key}' cannot be a key of card data.", nameof(entries));
            if (value.Length > LongestValue)
                throw new ArgumentException($"The value of '{key}' has {value.Length} characters; card data carries ids, of at most {LongestValue}.", nameof(entries));
            for (var earlier = 0; earlier < i; earlier++)
                if (kept[earlier].Key == key)
                    throw new ArgumentException($"'{key}' is there twice.", nameof(entries));

            kept[i] = new(key, value);
        }

        return new CardData(kept);
    }

    public static implicit operator CardData((string Key, string Value) entry) => Of(entry);

    /// <summary>These entries and one more.</summary>
    public CardData With(string key, string value) => Of([.. entries.Select(entry => (entry.Key, entry.Value)), (key, value)]);

    public IReadOnlyList<KeyValuePair<string, string>> Entries => entries;

    internal void WriteEntries(Utf8JsonWriter writer)
    {
        foreach (var (key, value) in entries) writer.WriteString(key, value);
    }
}

internal sealed class CardDataConverter : JsonConverter<CardData>
{
    public override CardData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("What a press sends is untrusted; it is read as the route's own type.");

    public override void Write(Utf8JsonWriter writer, CardData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        value.WriteEntries(writer);
        writer.WriteEndObject();
    }
}
