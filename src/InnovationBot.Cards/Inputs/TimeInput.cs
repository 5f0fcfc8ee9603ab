using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>A time of day, which comes back as <c>HH:mm</c>.</summary>
public sealed record TimeInput : CardInput
{
    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Value { get; init; }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Min { get; init; }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>The schema takes minutes, the serialiser's own format has seconds.</summary>
internal sealed class MinuteConverter : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are only written.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}
