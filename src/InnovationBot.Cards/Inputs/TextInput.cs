using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

public sealed record TextInput : CardInput
{
    public string? Value { get; init; }

    /// <summary>An example of an answer, never the question.</summary>
    public string? Placeholder { get; init; }

    public bool IsMultiline { get; init; }

    /// <summary>In characters. Default: as many as the client takes.</summary>
    public int? MaxLength { get; init; }

    public TextInputStyle Style { get; init; }

    /// <summary>A pattern of JavaScript that the whole value must match.</summary>
    public string? Regex { get; init; }

    /// <summary>A small button inside the field.</summary>
    public SelectAction? InlineAction { get; init; }
}

/// <summary>Which keyboard a phone shows.</summary>
public enum TextInputStyle
{
    [JsonStringEnumMemberName("text")]
    Text,

    [JsonStringEnumMemberName("tel")]
    Tel,

    [JsonStringEnumMemberName("url")]
    Url,

    [JsonStringEnumMemberName("email")]
    Email,

    [JsonStringEnumMemberName("password")]
    Password,
}
