using System.Globalization;
using System.Text;

namespace InnovationBot.Activities;

/// <summary>Links that open something in the Teams client (Teams docs: deep links). Values are percent-encoded, a space as %20.</summary>
public sealed class TeamsLinks
{
    private readonly string root;

    /// <param name="host">Of the Teams client.</param>
    internal TeamsLinks(string host) => (Host, root) = (host, $"https://{host}/l/");

    public string Host { get; }

    /// <summary>A chat with these people; a new one if there is none.</summary>
    /// <param name="users">User principal names; other ids do not work.</param>
    /// <param name="topic">Names a new group chat.</param>
    /// <param name="message">Filled in as the first message, in a new chat only.</param>
    public string Chat(IEnumerable<string> users, string? topic = null, string? message = null) =>
        Link("chat/0/0", ("users", Users(users)), ("topicName", topic), ("message", message));

    /// <summary>An existing chat.</summary>
    /// <param name="chatId"><c>19:…</c>.</param>
    public string Conversation(string chatId) => $"{root}chat/{Uri.EscapeDataString(chatId)}/conversations";

    /// <summary>The app's own page in the store, where it can be installed.</summary>
    /// <param name="manifestId">The id in the app's manifest.</param>
    public string App(string manifestId) => $"{root}app/{Uri.EscapeDataString(manifestId)}";

    /// <summary>A message in a chat.</summary>
    public string ChatMessage(string chatId, string messageId, string? tenantId = null) =>
        Link($"message/{Uri.EscapeDataString(chatId)}/{Uri.EscapeDataString(messageId)}",
            ("tenantId", tenantId), ("context", """{"contextType":"chat"}"""));

    /// <summary>A message in a channel.</summary>
    public string ChannelMessage(string channelId, string messageId, string? parentMessageId = null, string? tenantId = null, string? groupId = null) =>
        Link($"message/{Uri.EscapeDataString(channelId)}/{Uri.EscapeDataString(messageId)}",
            ("tenantId", tenantId), ("groupId", groupId), ("parentMessageId", parentMessageId ?? messageId));

    /// <summary>A form for a new meeting, filled in.</summary>
    /// <param name="attendees">User principal names.</param>
    /// <param name="start">Written with its offset.</param>
    public string NewMeeting(
        string? subject = null, IEnumerable<string>? attendees = null, DateTimeOffset? start = null, DateTimeOffset? end = null, string? content = null) =>
        Link("meeting/new", ("subject", subject), ("startTime", Instant(start)), ("endTime", Instant(end)), ("content", content),
            ("attendees", attendees is null ? null : Users(attendees)));

    /// <summary>A call.</summary>
    /// <param name="users">User principal names.</param>
    public string Call(IEnumerable<string> users, bool withVideo = false) =>
        Link("call/0/0", ("users", Users(users)), ("withVideo", withVideo ? "true" : null));

    /// <summary>The bot's own chat, which then gets the invoke <see cref="InvokeNames.HandoffAction"/>.</summary>
    /// <param name="continuation">Our own opaque token: usable once, and soon expired.</param>
    public string Handoff(string botAppId, string continuation) =>
        Link("chat/0/0", ("users", $"28:{botAppId}"), ("continuation", continuation));

    private string Link(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var link = new StringBuilder(root).Append(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            link.Append(separator).Append(name).Append('=').Append(name is "users" or "attendees" ? value : Uri.EscapeDataString(value));
            separator = '&';
        }

        return link.ToString();
    }

    private static string Users(IEnumerable<string> users) => string.Join(',', users.Select(Uri.EscapeDataString));

    private static string? Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
