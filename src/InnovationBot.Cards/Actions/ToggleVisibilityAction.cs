namespace InnovationBot.Cards;

/// <summary>Shows what is hidden and hides what is shown, without asking the bot.</summary>
public sealed record ToggleVisibilityAction : SelectAction
{
    public required IReadOnlyList<TargetElement> TargetElements { get; init; }
}

/// <param name="ElementId"><see cref="CardElement.Id"/> of what is shown or hidden.</param>
/// <param name="IsVisible">Default: the opposite of what it is.</param>
public sealed record TargetElement(string ElementId, bool? IsVisible = null);
