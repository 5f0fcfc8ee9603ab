using System.Text.Json;
using System.Text.Json.Serialization;
using InnovationBot.Activities;
using InnovationBot.Network.People;

namespace InnovationBot.Service.People;

/// <summary>Writes and reads <see cref="Address"/>: where the person's own chat with the bot is.</summary>
internal static class AddressText
{
    /// <returns><c>null</c> for an activity from a place that others read, and for a caller who can only be answered within the request.</returns>
    public static Address? Of(TurnContext turn)
    {
        var type = turn.Activity.Conversation?.ConversationType;
        if (turn.Activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true) return null; // used in other people's chats, which may be personal too
        if (type is ConversationTypes.Channel or ConversationTypes.GroupChat || string.IsNullOrEmpty(turn.Activity.ServiceUrl)) return null;

        return Write(turn.Reference with { Locale = null }); // the client's language changes, the chat does not
    }

    /// <param name="reference">A chat that nobody but the person reads.</param>
    public static Address Write(ConversationReference reference) => new(JsonSerializer.Serialize(reference, AddressJson.Default.ConversationReference));

    /// <returns><c>null</c> for a text that nobody here wrote.</returns>
    public static ConversationReference? Read(Address? address)
    {
        if (address is not { Value: { Length: > 0 } text }) return null;
        try
        {
            return JsonSerializer.Deserialize(text, AddressJson.Default.ConversationReference) is { ServiceUrl: { Length: > 0 }, ConversationId: { Length: > 0 } } reference
                ? reference
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class AddressJson : JsonSerializerContext;
