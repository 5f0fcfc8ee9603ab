using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

public sealed record Container : CardElement
{
    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle Style { get; init; }

    /// <summary>Runs out to the card's edge.</summary>
    public bool Bleed { get; init; }

    /// <summary>In pixels, written as <c>"80px"</c>.</summary>
    public string? MinHeight { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Right to left. Default: as the surrounding element.</summary>
    public bool? Rtl { get; init; }

    public SelectAction? SelectAction { get; init; }
}

public enum ContainerStyle
{
    [JsonStringEnumMemberName("default")]
    Default,

    [JsonStringEnumMemberName("emphasis")]
    Emphasis,

    [JsonStringEnumMemberName("good")]
    Good,

    [JsonStringEnumMemberName("attention")]
    Attention,

    [JsonStringEnumMemberName("warning")]
    Warning,

    [JsonStringEnumMemberName("accent")]
    Accent,
}
