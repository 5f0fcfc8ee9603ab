using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// Text with Teams' subset of markdown: bold, italic, lists, links. What people wrote goes through
/// <see cref="Markdown.Escape"/> first, or better into a <see cref="RichTextBlock"/>, which knows no markdown.
/// </summary>
public sealed record TextBlock : CardElement
{
    public TextBlock()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public TextBlock(string markdown) => Text = markdown;

    public required string Text { get; init; }

    /// <summary>Always on: what does not wrap is cut on a phone.</summary>
    [JsonPropertyName("wrap")]
    public bool Wrap => true;

    public TextBlockStyle Style { get; init; }

    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    public FontType FontType { get; init; }

    public bool IsSubtle { get; init; }

    /// <summary>Longer text ends in an ellipsis that cannot be opened. Default: all lines.</summary>
    public int? MaxLines { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

public enum TextBlockStyle
{
    [JsonStringEnumMemberName("default")]
    Default,

    /// <summary>Announced as a heading by screen readers; how it looks stays with size and weight.</summary>
    [JsonStringEnumMemberName("heading")]
    Heading,
}

public enum TextSize
{
    Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}

public enum TextWeight
{
    Default,
    Lighter,
    Bolder,
}

public enum FontType
{
    Default,
    Monospace,
}
