using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Network;

/// <summary>
/// One spelling of an enumeration's values for store, files and JSON: <c>CivilSociety</c> is written <c>civil_society</c>.
/// </summary>
public static class Vocabulary
{
    public static string Write<TEnum>(TEnum value) where TEnum : struct, Enum => Names<TEnum>.Written[value];

    public static bool TryRead<TEnum>(string? text, out TEnum value) where TEnum : struct, Enum =>
        Names<TEnum>.Read.TryGetValue(text?.Trim() ?? "", out value);

    /// <summary>Reads a word this program wrote itself; another one is damage.</summary>
    public static TEnum Read<TEnum>(string text) where TEnum : struct, Enum =>
        TryRead<TEnum>(text, out var value) ? value : throw new FormatException($"'{text}' is no {typeof(TEnum).Name}.");

    /// <summary>All values as written, in the order of declaration; for messages that name what is allowed.</summary>
    public static IReadOnlyCollection<string> All<TEnum>() where TEnum : struct, Enum => Names<TEnum>.Read.Keys;

    private static string Spell(string name)
    {
        var spelled = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && spelled.Length > 0) spelled.Append('_');
            spelled.Append(char.ToLowerInvariant(letter));
        }

        return spelled.ToString();
    }

    private static class Names<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Written = Enum.GetValues<TEnum>().ToDictionary(v => v, v => Spell(v.ToString()));
        public static readonly Dictionary<string, TEnum> Read = Written.ToDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Enumerations in JSON are the vocabulary's words; anything else is a <see cref="JsonException"/> that names what is allowed.</summary>
public sealed class VocabularyJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Word<>).MakeGenericType(typeToConvert))!;

    private sealed class Word<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Vocabulary.TryRead<TEnum>(reader.GetString(), out var value)
                ? value
                : throw new JsonException($"Expected one of: {string.Join(", ", Vocabulary.All<TEnum>())}.");

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(Vocabulary.Write(value));
    }
}
