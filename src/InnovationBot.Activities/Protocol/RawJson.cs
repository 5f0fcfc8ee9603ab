using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>
/// A JSON value kept as it came or as it was made: UTF-8 on the way out, a parsed element on the way in.
/// Written without being parsed or validated again, so whoever makes one from bytes answers for their being one JSON value.
/// </summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly struct RawJson : IEquatable<RawJson>
{
    private readonly ReadOnlyMemory<byte> utf8;
    private readonly JsonElement element;

    public RawJson(ReadOnlyMemory<byte> utf8) => this.utf8 = utf8;

    public RawJson(JsonElement element) => this.element = element;

    /// <summary>The value as UTF-8 JSON; <c>null</c> for a value that was never set.</summary>
    public ReadOnlySpan<byte> Utf8 =>
        !utf8.IsEmpty ? utf8.Span
        : element.ValueKind != JsonValueKind.Undefined ? JsonMarshal.GetRawUtf8Value(element)
        : "null"u8;

    /// <summary>The value parsed; parses at each call when it was made from bytes.</summary>
    public JsonElement Element
    {
        get
        {
            if (element.ValueKind != JsonValueKind.Undefined) return element;
            var reader = new Utf8JsonReader(Utf8);
            return JsonElement.ParseValue(ref reader);
        }
    }

    /// <summary>A JSON string.</summary>
    public static RawJson FromText(string text)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(text.Length + 16);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ActivityJson.Encoder }))
        {
            writer.WriteStringValue(text);
        }

        return new RawJson(buffer.WrittenMemory);
    }

    /// <param name="json">One JSON value as text.</param>
    public static RawJson Parse(string json) => new(Encoding.UTF8.GetBytes(json));

    public static implicit operator RawJson(ReadOnlyMemory<byte> utf8) => new(utf8);

    public static implicit operator RawJson(byte[] utf8) => new(utf8);

    public static implicit operator RawJson(JsonElement element) => new(element);

    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <summary>Equal to the byte, not in meaning.</summary>
    public bool Equals(RawJson other) => Utf8.SequenceEqual(other.Utf8);

    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Utf8);
        return hash.ToHashCode();
    }

    public override string ToString() => Encoding.UTF8.GetString(Utf8);
}

internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8, skipInputValidation: true);
}
