namespace InnovationBot.Cards;

/// <summary>
/// A field. Its value comes back as text under <see cref="Id"/>, merged into the data of the pressed action. What the
/// client checks is a convenience: the bot checks again.
/// </summary>
public abstract record CardInput : CardElement
{
    /// <summary>Unique in the card, and no key of any button's data: an input overwrites a key of its name.</summary>
    public override required string Id { get; init; }

    /// <summary>The visible question, and the only name screen readers announce: a placeholder is not read.</summary>
    public required string Label { get; init; }

    /// <summary>What to do, when the client finds the value missing or wrong.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>
    /// The client sends nothing while this is empty. Leave it off for choices with several answers: some screen
    /// readers announce every box as required; say "choose at least one" in the label and check in the bot.
    /// </summary>
    public bool IsRequired { get; init; }

    /// <summary>Empties other fields when this one changes. Extension of Teams; other clients ignore it.</summary>
    public ResetInputsAction? ValueChangedAction { get; init; }
}
