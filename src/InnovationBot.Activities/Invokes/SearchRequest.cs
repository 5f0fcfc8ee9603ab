using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>The argument of the invoke application/search: somebody types into a choice set with <c>choices.data</c>.</summary>
/// <param name="Kind">Teams leaves it out: then it is <c>search</c>.</param>
/// <param name="QueryText">May be empty: the list was opened.</param>
/// <param name="Dataset">Which list.</param>
/// <param name="Data">Other inputs of the card, where the card asks for them and the cloud sends them.</param>
public sealed record SearchRequest(string? Kind, string? QueryText, SearchRequest.Page? QueryOptions, string? Dataset, JsonElement? Data)
{
    public sealed record Page(int? Skip, int? Top);

    /// <returns><c>null</c> when the activity is none, or its value cannot be read.</returns>
    public static SearchRequest? Of(Activity activity) =>
        activity.Type == ActivityTypes.Invoke && activity.Name == InvokeNames.Search
        && InvokeValue.Read(activity, ActivityJson.Default.SearchRequest) is { } request
            ? request with { Kind = request.Kind ?? "search", QueryText = request.QueryText ?? "" }
            : null;
}
