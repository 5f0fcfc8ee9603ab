using System.Text.Json;
using System.Text.Json.Serialization;

namespace InnovationBot.Activities;

/// <summary>
/// One activity of the Bot Framework protocol, in or out. Fields that this type does not name are kept in
/// <see cref="Unknown"/> and written back as they came; fields that are <c>null</c> are not written.
/// </summary>
/// <remarks>Ids are opaque: Teams' are no GUIDs, and the Agents Playground's are not even well-formed where GUIDs are documented.</remarks>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or something newer. Never empty in an activity that came through the door.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id, unique in the conversation. Not sent along when the activity goes out.</summary>
    public string? Id { get; set; }

    /// <summary>UTC, by the channel's clock; <c>null</c> when missing or unreadable.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The person's wall clock with its offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>IANA name of the person's time zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Where to answer. Checked against the token and the pinned hosts before a turn begins; <c>null</c> only in local mode.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary><c>msteams</c> in Teams.</summary>
    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    /// <summary>The message answered, reacted to, or carrying the card whose button was pressed.</summary>
    public string? ReplyToId { get; set; }

    public string? Text { get; set; }

    /// <summary>One of <see cref="TextFormats"/>.</summary>
    public string? TextFormat { get; set; }

    /// <summary>BCP 47, for example <c>de-DE</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>Of an invoke or event: what is asked or happened.</summary>
    public string? Name { get; set; }

    /// <summary>Of an installationUpdate: one of <see cref="InstallationActions"/>.</summary>
    public string? Action { get; set; }

    /// <summary>The text of the notification when the message is a card.</summary>
    public string? Summary { get; set; }

    public string? Speak { get; set; }

    public string? Importance { get; set; }

    public string? InputHint { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; set; }

    public string? TopicName { get; set; }

    public string? Label { get; set; }

    public string? Code { get; set; }

    public string? ValueType { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    public List<Attachment>? Attachments { get; set; }

    public List<Entity>? Entities { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public List<ChannelAccount>? MembersAdded { get; set; }

    public List<ChannelAccount>? MembersRemoved { get; set; }

    public List<MessageReaction>? ReactionsAdded { get; set; }

    public List<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>What the channel adds; read it typed through <see cref="TeamsChannelData.Of"/>.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Of an invoke: its argument. Of a message without text: the data of a card's Action.Submit.</summary>
    public JsonElement? Value { get; set; }

    public JsonElement? RelatesTo { get; set; }

    /// <summary>Fields that are not named above, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>A message with text only.</summary>
    /// <param name="text">Sent as <paramref name="format"/>.</param>
    /// <param name="format">One of <see cref="TextFormats"/>; plain unless said, so that what a person wrote is shown and not interpreted.</param>
    public static Activity Message(string text, string format = TextFormats.Plain) =>
        new() { Type = ActivityTypes.Message, Text = text, TextFormat = format };

    /// <summary>A message with one card and no text: Teams splits text and card of one activity into two messages and then returns no usable id.</summary>
    /// <param name="card">The card as UTF-8 JSON; written as it is.</param>
    /// <param name="summary">The notification's text, in the reader's language, without names.</param>
    public static Activity Card(RawJson card, string? summary = null) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [Attachment.AdaptiveCard(card)],
    };

    /// <summary>A shallow copy: fields can be set on it without touching this one, lists are shared.</summary>
    internal Activity Copy() => (Activity)MemberwiseClone();
}
