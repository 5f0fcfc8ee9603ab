namespace InnovationBot.Activities;

/// <summary>Values of <see cref="Activity.Type"/> (Bot Framework activity spec, section 2). Teams adds new ones without notice: an unknown type is ignored, never refused.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";
    public const string Command = "command";
    public const string CommandResult = "commandResult";
    public const string Trace = "trace";
}

/// <summary>Values of <see cref="ConversationAccount.ConversationType"/> in Teams.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}

/// <summary>Values of <see cref="Activity.DeliveryMode"/>; an undefined value is read as <see cref="Normal"/> (activity spec).</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";

    /// <summary>The replies stand in the HTTP answer and are not sent to the connector. Teams does not use it; local tools, tests and benchmarks do.</summary>
    public const string ExpectReplies = "expectReplies";

    public const string Notification = "notification";
    public const string Ephemeral = "ephemeral";
}

/// <summary>Values of <see cref="Activity.TextFormat"/>. The channel's default is markdown: what a person wrote goes out as <see cref="Plain"/>.</summary>
public static class TextFormats
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
    public const string Xml = "xml";
}

/// <summary>Values of <see cref="Activity.Action"/> of an <see cref="ActivityTypes.InstallationUpdate"/>.</summary>
public static class InstallationActions
{
    public const string Add = "add";
    public const string AddUpgrade = "add-upgrade";
    public const string Remove = "remove";
    public const string RemoveUpgrade = "remove-upgrade";
}

/// <summary>Content types of attachments and of the bodies that answer an invoke.</summary>
public static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string HeroCard = "application/vnd.microsoft.card.hero";
    public const string ThumbnailCard = "application/vnd.microsoft.card.thumbnail";

    /// <summary>Teams repeats the body of a message as an attachment of this type: not something that a person attached.</summary>
    public const string Html = "text/html";

    public const string FileConsentCard = "application/vnd.microsoft.teams.card.file.consent";
    public const string FileInfoCard = "application/vnd.microsoft.teams.card.file.info";
    public const string FileDownloadInfo = "application/vnd.microsoft.teams.file.download.info";
}
