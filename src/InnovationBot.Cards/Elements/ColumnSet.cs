using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>Columns side by side; more than three do not fit a phone.</summary>
public sealed record ColumnSet : CardElement
{
    public required IReadOnlyList<Column> Columns { get; init; }

    public ContainerStyle Style { get; init; }

    public bool Bleed { get; init; }

    public SelectAction? SelectAction { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

public sealed record Column
{
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "Column";

    public string? Id { get; init; }

    public required ColumnWidth Width { get; init; }

    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle Style { get; init; }

    public bool Bleed { get; init; }

    public bool? IsVisible { get; init; }

    public bool Separator { get; init; }

    public Spacing Spacing { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public SelectAction? SelectAction { get; init; }
}

/// <summary>As wide as its content, what is left over, a share of it, or pixels.</summary>
[JsonConverter(typeof(ColumnWidthConverter))]
public readonly record struct ColumnWidth
{
    private readonly string? word;
    private readonly int share;

    private ColumnWidth(string? word, int share) => (this.word, this.share) = (word, share);

    public static readonly ColumnWidth Auto = new("auto", 0);

    public static readonly ColumnWidth Stretch = new("stretch", 0);

    /// <param name="weight">At least 1; a column of 2 is twice as wide as one of 1.</param>
    public static ColumnWidth Weighted(int weight) =>
        new(null, weight >= 1 ? weight : throw new ArgumentOutOfRangeException(nameof(weight)));

    public static ColumnWidth Pixels(int pixels) =>
        new(pixels >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{pixels}px") : throw new ArgumentOutOfRangeException(nameof(pixels)), 0);

    internal void Write(Utf8JsonWriter writer)
    {
        if (share > 0) writer.WriteNumberValue(share);
        else writer.WriteStringValue(word ?? "auto");
    }
}

internal sealed class ColumnWidthConverter : JsonConverter<ColumnWidth>
{
    public override ColumnWidth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are only written.");

    public override void Write(Utf8JsonWriter writer, ColumnWidth value, JsonSerializerOptions options) => value.Write(writer);
}
