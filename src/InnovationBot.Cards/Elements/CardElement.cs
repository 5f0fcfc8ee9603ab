using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// What a card's body is made of. Only what Teams shows of schema 1.5 exists here, and the extensions that Teams
/// documents; media, for one, does not.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(Badge), "Badge")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
public abstract record CardElement
{
    /// <summary>Needed only to be shown or hidden by <see cref="ToggleVisibilityAction"/>; unique in the card, inputs included.</summary>
    [MaybeNull]
    public virtual string Id { get; init; }

    /// <summary><c>false</c> hides it until a <see cref="ToggleVisibilityAction"/> shows it. Default: shown.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Draws a line above.</summary>
    public bool Separator { get; init; }

    /// <summary>Room above.</summary>
    public Spacing Spacing { get; init; }
}

public enum Spacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}

public enum HorizontalAlignment
{
    Left,
    Center,
    Right,
}

public enum VerticalAlignment
{
    Top,
    Center,
    Bottom,
}
