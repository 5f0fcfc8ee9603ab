using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Network.Events;

/// <summary>A day, or a day and a time, by the clock on the wall of some zone.</summary>
[JsonConverter(typeof(LocalTimeJson))]
public readonly record struct LocalTime(DateOnly Date, TimeOnly? Time)
{
    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>The whole day is meant.</summary>
    public bool IsDate => Time is null;

    /// <summary>Other years are typing errors, and the first and last that a clock can count are no instants in every zone.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    /// <summary>Reads <c>2027-03-01</c> and <c>2027-03-01T09:00</c>.</summary>
    public static bool TryRead(string text, out LocalTime read) => TryReadAny(text, out read) && read.Date.Year is >= FirstYear and <= LastYear;

    private static bool TryReadAny(string text, out LocalTime read)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            read = new(date, null);
            return true;
        }

        var found = DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        read = found ? new(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : default;
        return found;
    }

    /// <summary>When that is.</summary>
    /// <returns>A refusal for a time that the zone's clocks skip, or show twice. A day always has a first moment.</returns>
    public Result<DateTimeOffset> In(TimeZoneInfo zone)
    {
        var local = Date.ToDateTime(Time ?? TimeOnly.MinValue, DateTimeKind.Unspecified);
        if (Time is null)
        {
            while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
            var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
            return new DateTimeOffset(local, offset).ToUniversalTime();
        }

        if (zone.IsInvalidTime(local)) return EventRefusals.TimeSkipped(this);
        if (zone.IsAmbiguousTime(local)) return EventRefusals.TimeTwice(this);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public LocalTime AddDays(int days) => new(Date.AddDays(days), Time);

    public override string ToString() =>
        Time is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}T{time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture)}")
            : Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class LocalTimeJson : JsonConverter<LocalTime>
    {
        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryRead(reader.GetString() ?? "", out var read) ? read : throw new JsonException("Expected a local date or time.");

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
