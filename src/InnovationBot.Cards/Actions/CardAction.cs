using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>What a press does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
public abstract record CardAction
{
    /// <summary>Says what happens. On a button at most 25 characters in every language; read aloud where the action has no button.</summary>
    public required string Title { get; init; }

    public ActionStyle Style { get; init; }

    public ActionMode Mode { get; init; }

    public string? Tooltip { get; init; }

    /// <summary><c>false</c> greys it out. Default: enabled.</summary>
    public bool? IsEnabled { get; init; }
}

/// <summary>An action that may also stand behind an element, as its <c>selectAction</c>: all but <see cref="ShowCardAction"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record SelectAction : CardAction;

/// <summary>Some clients ignore it, so it may stress but not warn.</summary>
public enum ActionStyle
{
    [JsonStringEnumMemberName("default")]
    Default,

    [JsonStringEnumMemberName("positive")]
    Positive,

    [JsonStringEnumMemberName("destructive")]
    Destructive,
}

public enum ActionMode
{
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary>Behind the three dots.</summary>
    [JsonStringEnumMemberName("secondary")]
    Secondary,
}

/// <summary>Which values of the card a press sends, and so which are checked before it.</summary>
public enum AssociatedInputs
{
    [JsonStringEnumMemberName("auto")]
    Auto,

    /// <summary>None: the press works while a required field is empty.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
