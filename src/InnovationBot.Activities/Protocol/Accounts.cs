using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>A person or a bot in a conversation.</summary>
public sealed class ChannelAccount
{
    /// <summary>Opaque; in Teams <c>29:…</c> for a person, unique for this bot, and <c>28:…</c> for a bot.</summary>
    public string? Id { get; set; }

    /// <summary>For display only, never for deciding who somebody is.</summary>
    public string? Name { get; set; }

    /// <summary>The person's Entra object id: who it is, once the request is authenticated. Compared as text.</summary>
    public string? AadObjectId { get; set; }

    /// <summary><c>user</c> or <c>bot</c>; mostly absent.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The conversation an activity belongs to.</summary>
public sealed class ConversationAccount
{
    /// <summary>Opaque; a thread of a channel ends in <c>;messageid=…</c>.</summary>
    public string? Id { get; set; }

    /// <summary>One of <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; set; }

    public bool? IsGroup { get; set; }

    public string? TenantId { get; set; }

    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>One reaction of a messageReaction: <c>like heart laugh surprised sad angry</c>, or something newer.</summary>
public sealed class MessageReaction
{
    public string? Type { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>Up to three buttons under a text message; never together with attachments.</summary>
public sealed class SuggestedActions
{
    public List<string>? To { get; set; }

    public List<CardAction>? Actions { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A button of suggested actions or of a hero or thumbnail card.</summary>
public sealed class CardAction
{
    /// <summary><c>imBack openUrl messageBack invoke signin</c>.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? DisplayText { get; set; }

    public RawJson? Value { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
