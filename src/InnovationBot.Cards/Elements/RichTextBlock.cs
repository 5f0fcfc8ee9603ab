using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// Text in runs, without markdown on any client: the safe place for what people wrote. One paragraph; line breaks
/// in a run are shown as spaces.
/// </summary>
public sealed record RichTextBlock : CardElement
{
    public required IReadOnlyList<TextRun> Inlines { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

public sealed record TextRun
{
    public TextRun()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public TextRun(string text) => Text = text;

    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    /// <summary>Shown as it is. Leading and trailing spaces separate it from its neighbours.</summary>
    public required string Text { get; init; }

    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    public FontType FontType { get; init; }

    public bool IsSubtle { get; init; }

    public bool Italic { get; init; }

    public bool Strikethrough { get; init; }

    public bool Highlight { get; init; }

    public bool Underline { get; init; }

    /// <summary>Makes the run a link that is a press, not a web address.</summary>
    public SelectAction? SelectAction { get; init; }
}
