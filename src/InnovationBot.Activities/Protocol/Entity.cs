using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>What an activity says beside its text: a mention, the sender's client, the label for what a model wrote.</summary>
public sealed class Entity
{
    /// <summary><c>mention</c>, <c>clientInfo</c>, a schema.org URL, or something newer.</summary>
    public string? Type { get; set; }

    /// <summary>Of a mention: who.</summary>
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>Of a mention: the exact piece of the activity's text that stands for it.</summary>
    public string? Text { get; set; }

    /// <summary>Of clientInfo: BCP 47.</summary>
    public string? Locale { get; set; }

    /// <summary>Of clientInfo: ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    /// <summary>Of clientInfo: for example <c>Windows</c>, <c>iOS</c>, <c>Web</c>.</summary>
    public string? Platform { get; set; }

    /// <summary>Of clientInfo: IANA.</summary>
    public string? Timezone { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>A mention to send; the activity's text must contain <see cref="Text"/> of it to the byte.</summary>
    /// <param name="id">A channel account's id; in a card's own list an Entra object id or UPN is possible too.</param>
    /// <param name="name">Shown; escaped as XML in the text.</param>
    public static Entity Mention(string id, string name) => new()
    {
        Type = EntityTypes.Mention,
        Mentioned = new ChannelAccount { Id = id, Name = name },
        Text = $"<at>{SecurityElement.Escape(name)}</at>",
    };

    /// <summary>
    /// The label that Teams shows on a message whose text a model wrote (Teams docs: bot messages with AI-generated content).
    /// A message has exactly one root entity of this type; invoke answers and dialogs cannot carry it.
    /// </summary>
    /// <param name="citations">What the text refers to as [1], [2], …; 20 at most.</param>
    public static Entity AiGenerated(IReadOnlyList<Citation>? citations = null)
    {
        var label = AiLabel.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        if (citations is { Count: > 0 }) label["citation"] = Citation.ToJson(citations);
        return new() { Type = EntityTypes.SchemaMessage, Unknown = label };
    }

    private static readonly JsonElement AiLabel = JsonElement.Parse(
        """{"@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}""");
}

/// <summary>Values of <see cref="Entity.Type"/>.</summary>
public static class EntityTypes
{
    public const string Mention = "mention";
    public const string ClientInfo = "clientInfo";
    public const string StreamInfo = "streaminfo";
    public const string SchemaMessage = "https://schema.org/Message";
}
