using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>The argument of the invoke adaptiveCard/action: a button of Action.Execute was pressed, or a card asks for its refresh.</summary>
/// <param name="Verb">What is wanted; empty when it is missing or no string. Anybody in the conversation can forge it and <paramref name="Data"/>.</param>
/// <param name="Data">The card's data merged with its inputs, whose values are strings; undefined when missing.</param>
/// <param name="IsAutomatic">The client refreshes by itself: answer cheaply, change nothing, and do not count it as the person's act.</param>
/// <param name="Id">The action's id in the card.</param>
public sealed record AdaptiveCardAction(string Verb, JsonElement Data, bool IsAutomatic, string? Id)
{
    /// <returns><c>null</c> when the activity is none, or its value is none; the door answers the latter 400 itself.</returns>
    public static AdaptiveCardAction? Of(Activity activity)
    {
        if (activity.Type != ActivityTypes.Invoke || activity.Name != InvokeNames.AdaptiveCardAction || Fault(activity) is not null) return null;

        var value = activity.Value!.Value;
        var action = value.GetProperty("action"u8);
        return new AdaptiveCardAction(
            Text(action, "verb"u8) ?? "",
            action.TryGetProperty("data"u8, out var data) ? data : default,
            Text(value, "trigger"u8) == "automatic",
            Text(action, "id"u8));
    }

    /// <summary>
    /// What is wrong with the value of an adaptiveCard/action (Teams docs: Universal Actions, error responses). A verb that is
    /// missing or no string is not: that is the bot's to answer. An action without a type is taken for an Action.Execute.
    /// </summary>
    internal static (string Code, string Message)? Fault(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value) return ("BadRequest", "The invoke has no value.");
        if (!value.TryGetProperty("action"u8, out var action) || action.ValueKind != JsonValueKind.Object) return ("BadRequest", "The value has no action.");
        if (!action.TryGetProperty("type"u8, out var type)) return null;
        return type.ValueKind == JsonValueKind.String && type.ValueEquals("Action.Execute"u8)
            ? null
            : ("NotSupported", "Only actions of type Action.Execute are supported.");
    }

    private static string? Text(JsonElement of, ReadOnlySpan<byte> name) =>
        of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
