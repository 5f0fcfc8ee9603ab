using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InnovationBot.Activities;

/// <summary>Reads the untrusted argument of an invoke, and of a card's Action.Submit, which comes as a message.</summary>
public static class InvokeValue
{
    /// <returns><c>null</c> when the value is missing or does not fit the type.</returns>
    public static T? Read<T>(Activity activity, JsonTypeInfo<T> type)
        where T : class
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value) return null;
        try
        {
            return value.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A string in the activity's value, by its path, for example <c>"context", "theme"</c>.</summary>
    /// <returns><c>null</c> when something on the path is missing or of another kind.</returns>
    public static string? Text(Activity activity, params ReadOnlySpan<string> path)
    {
        if (activity.Value is not { } at) return null;
        foreach (var step in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at)) return null;
        }

        return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
    }
}
