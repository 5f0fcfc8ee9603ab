using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// A state in a word or two. Newer than schema 1.5: Teams draws it, other clients draw <see cref="Fallback"/>, so both say
/// the same. Its colour may underline the words but never replace them.
/// </summary>
public sealed record Badge : CardElement
{
    public required string Text { get; init; }

    [JsonIgnore]
    public required TextBlock Fallback { get; init; }

    public BadgeStyle Style { get; init; }

    public BadgeAppearance Appearance { get; init; }

    public BadgeSize Size { get; init; }

    public BadgeShape Shape { get; init; }

    /// <summary>Name of a Fluent icon.</summary>
    public string? Icon { get; init; }

    /// <summary>Default: before the text.</summary>
    public BadgeIconPosition IconPosition { get; init; }

    public string? Tooltip { get; init; }

    // A property of type CardElement, so that the serialiser writes the "type" of what stands in it.
    [JsonPropertyName("fallback")]
    public CardElement FallbackElement => Fallback;
}

public enum BadgeStyle
{
    Default,
    Subtle,
    Informative,
    Accent,
    Good,
    Attention,
    Warning,
}

public enum BadgeAppearance
{
    Filled,
    Tint,
}

public enum BadgeSize
{
    Medium,
    Large,
    ExtraLarge,
}

public enum BadgeShape
{
    Rounded,
    Square,
    Circular,
}

public enum BadgeIconPosition
{
    Before,
    After,
}
