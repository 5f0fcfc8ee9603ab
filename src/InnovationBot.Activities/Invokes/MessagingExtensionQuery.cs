using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>The argument of the composeExtension invokes; which fields are set depends on the invoke's name.</summary>
/// <param name="CommandId">Of query, fetchTask and submitAction: the manifest's command.</param>
/// <param name="Parameters">Of query: what was typed; on first opening a parameter <c>initialRun</c>.</param>
/// <param name="CommandContext">Of fetchTask and submitAction: <c>compose message commandBox</c>.</param>
/// <param name="MessagePayload">Of a message action: the message, in HTML, by somebody else.</param>
/// <param name="Data">Of submitAction: the dialog's inputs.</param>
/// <param name="Url">Of queryLink: what was pasted. Never fetched.</param>
public sealed record MessagingExtensionQuery(
    string? CommandId,
    IReadOnlyList<MessagingExtensionQuery.Parameter>? Parameters,
    MessagingExtensionQuery.ResultPage? QueryOptions,
    string? CommandContext,
    JsonElement? MessagePayload,
    JsonElement? Data,
    string? BotMessagePreviewAction,
    string? State,
    string? Url)
{
    /// <param name="Value">A string, or what the manifest's input type makes of it.</param>
    public sealed record Parameter(string? Name, JsonElement? Value);

    public sealed record ResultPage(int? Skip, int? Count);

    /// <summary>The text of a parameter; the Agents Playground may leave its name out, so a single unnamed one counts for any.</summary>
    public string? Text(string parameter)
    {
        var found = Parameters?.FirstOrDefault(one => one?.Name == parameter)
            ?? (Parameters is [{ Name: null or "" } only] ? only : null);
        return found?.Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
    }

    /// <returns><c>null</c> when the activity is none of them, or its value cannot be read.</returns>
    public static MessagingExtensionQuery? Of(Activity activity) =>
        activity.Type == ActivityTypes.Invoke && activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true
            ? InvokeValue.Read(activity, ActivityJson.Default.MessagingExtensionQuery)
            : null;
}
