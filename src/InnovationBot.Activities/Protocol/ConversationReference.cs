namespace InnovationBot.Activities;

/// <summary>All that is needed to write to somebody later. Stored by whoever wants to; the service URL in it is checked again at every use.</summary>
/// <param name="ServiceUrl">Where to send; empty only in local mode for a caller that gave none.</param>
/// <param name="ConversationId">Opaque. Of a channel: the thread, with its <c>;messageid=…</c>.</param>
/// <param name="ConversationType">One of <see cref="ConversationTypes"/>.</param>
/// <param name="TenantId">The person's tenant, from authenticated channel data.</param>
/// <param name="UserId">The person's channel account.</param>
/// <param name="AadObjectId">The person's Entra object id.</param>
/// <param name="BotId">The bot's channel account.</param>
/// <param name="Locale">BCP 47, as the client last said.</param>
/// <param name="TeamId">The team's conversation id, in channels.</param>
/// <param name="ChannelThreadId">The channel's conversation id without the thread, in channels.</param>
public sealed record ConversationReference(
    string ServiceUrl,
    string ConversationId,
    string? ConversationType = null,
    string? TenantId = null,
    string? UserId = null,
    string? AadObjectId = null,
    string? BotId = null,
    string? ChannelId = null,
    string? Locale = null,
    string? TeamId = null,
    string? ChannelThreadId = null)
{
    /// <summary>The reference of an activity that came in.</summary>
    public static ConversationReference Of(Activity activity)
    {
        var conversation = activity.Conversation?.Id ?? "";
        var inChannel = activity.Conversation?.ConversationType == ConversationTypes.Channel;
        var teams = inChannel ? TeamsChannelData.Of(activity) : null; // a team is only looked for where one can be
        return new ConversationReference(
            activity.ServiceUrl ?? "",
            conversation,
            activity.Conversation?.ConversationType,
            CallerIdentity.TenantOf(activity),
            activity.From?.Id,
            activity.From?.AadObjectId,
            activity.Recipient?.Id,
            activity.ChannelId,
            activity.Locale,
            teams?.Team?.Id,
            inChannel ? teams?.Channel?.Id ?? conversation.Split(';')[0] : null);
    }
}
