using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>One or several of a list, which stands in the card, is asked of the bot while typing, or both.</summary>
public sealed record ChoiceSetInput : CardInput
{
    /// <summary>At least one, even with <see cref="ChoicesData"/>: clients without typeahead show only these.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Values chosen beforehand.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Chosen { get; init; } = [];

    public bool IsMultiSelect { get; init; }

    public ChoiceSetStyle Style { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Always on: long choices would be cut on a phone.</summary>
    [JsonPropertyName("wrap")]
    public bool Wrap => true;

    [JsonPropertyName("choices.data")]
    public DataQuery? ChoicesData { get; init; }

    [JsonPropertyName("value")]
    public string? Value => Chosen.Count == 0 ? null : string.Join(',', Chosen);
}

/// <summary>One choice of a list.</summary>
public sealed record Choice
{
    /// <param name="title">Shown. Plain words: some clients read markdown here, some do not.</param>
    /// <param name="value">Comes back. Several chosen values come back joined by commas, so none may hold one.</param>
    public Choice(string title, string value)
    {
        if (value.Contains(',', StringComparison.Ordinal)) throw new ArgumentException($"The choice value '{value}' holds a comma.", nameof(value));

        Title = title;
        Value = value;
    }

    public string Title { get; }

    public string Value { get; }
}

public enum ChoiceSetStyle
{
    /// <summary>A drop-down, or check boxes under each other where several may be chosen.</summary>
    [JsonStringEnumMemberName("compact")]
    Compact,

    [JsonStringEnumMemberName("expanded")]
    Expanded,

    /// <summary>A drop-down that is searched by typing.</summary>
    [JsonStringEnumMemberName("filtered")]
    Filtered,
}

/// <summary>
/// Choices that come while typing: the client sends the bot an <c>application/search</c> invoke, or asks the directory
/// itself. Teams docs: "Typeahead search in Adaptive Cards", "People Picker in Adaptive Cards".
/// </summary>
public sealed record DataQuery
{
    /// <summary>Everybody of the reader's organisation; in one-to-one chats, dialogs and tabs.</summary>
    public static readonly DataQuery People = new("graph.microsoft.com/users");

    /// <summary>Members of the chat or channel where the card stands.</summary>
    public static readonly DataQuery PeopleHere = new("graph.microsoft.com/users?scope=currentContext");

    public DataQuery()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public DataQuery(string dataset) => Dataset = dataset;

    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "Data.Query";

    /// <summary>Tells the bot which list is meant. Those beginning <c>graph.microsoft.com/users</c> never reach the bot: the values are Entra object ids.</summary>
    public required string Dataset { get; init; }

    /// <summary>Whether the card's other values are sent along. Government clouds send none, so do not depend on them.</summary>
    public AssociatedInputs AssociatedInputs { get; init; }

    /// <summary>At most this many choices; Teams shows 15.</summary>
    public int? Count { get; init; }

    public int? Skip { get; init; }
}
