using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>PNG, JPEG or GIF, at most 1024 by 1024 pixels and 1 MB, not animated, at an address that does not redirect.</summary>
public sealed record Image : CardElement
{
    public required CardUrl Url { get; init; }

    /// <summary>What the picture says, for who cannot see it.</summary>
    public required string AltText { get; init; }

    public ImageSize Size { get; init; }

    public ImageStyle Style { get; init; }

    /// <summary>In pixels, written as <c>"50px"</c>; beats <see cref="Size"/>.</summary>
    public string? Width { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    public SelectAction? SelectAction { get; init; }
}

public enum ImageSize
{
    Auto,
    Stretch,
    Small,
    Medium,
    Large,
}

public enum ImageStyle
{
    Default,

    /// <summary>Cut to a circle.</summary>
    [JsonStringEnumMemberName("person")]
    Person,
}
