namespace InnovationBot.Activities;

/// <summary>
/// The connector's REST interface. Every call waits for the <see cref="ISendLimiter"/>, checks the service URL against the pinned hosts and only then
/// attaches the token. A 401 renews the token and repeats once; nothing else is repeated here: a turn does so once and quickly, queued work by its own schedule.
/// </summary>
/// <remarks>Throws <see cref="OperationCanceledException"/> only while nothing has left; afterwards a cancelled send is <see cref="ConnectorOutcome.Unknown"/>.</remarks>
public interface IConnectorClient
{
    /// <summary>Posts a message into the conversation. <see cref="Activity.Id"/> is not sent; sender, recipient and conversation are filled in.</summary>
    ValueTask<ConnectorResult> Send(ConversationReference to, Activity activity, CancellationToken stop);

    /// <summary>Posts a message as a threaded reply.</summary>
    ValueTask<ConnectorResult> Reply(ConversationReference to, string replyToId, Activity activity, CancellationToken stop);

    /// <summary>Replaces a message; silently, readers get no notification.</summary>
    ValueTask<ConnectorResult> Update(ConversationReference to, string activityId, Activity activity, CancellationToken stop);

    ValueTask<ConnectorResult> Delete(ConversationReference to, string activityId, CancellationToken stop);

    /// <summary>The 1:1 conversation with a person; the same one each time. The app must be installed for the person, else <see cref="FailureReason.NotInstalled"/>.</summary>
    /// <returns>A reference to send to.</returns>
    ValueTask<ConnectorResult<ConversationReference>> CreateConversation(NewConversation with, CancellationToken stop);

    /// <summary>Starts a thread in a channel.</summary>
    /// <param name="channel">Its <see cref="ConversationReference.ChannelThreadId"/> is the channel, else its conversation id.</param>
    /// <returns>A reference to the thread; <see cref="ConnectorResult.Id"/> is the first message's.</returns>
    ValueTask<ConnectorResult<ConversationReference>> CreateThread(ConversationReference channel, Activity first, CancellationToken stop);

    /// <summary>One member of the conversation, with e-mail address and user principal name where the tenant shows them.</summary>
    /// <param name="memberId">Channel account id, or Entra object id (which the Agents Playground does not know).</param>
    ValueTask<ConnectorResult<TeamsChannelAccount>> GetMember(ConversationReference conversation, string memberId, CancellationToken stop);

    /// <param name="pageSize">1 to 500; a channel may answer more or fewer.</param>
    /// <param name="continuationToken">Of the page before; <c>null</c> for the first.</param>
    ValueTask<ConnectorResult<PagedMembers>> GetPagedMembers(ConversationReference conversation, int pageSize, string? continuationToken, CancellationToken stop);
}

/// <summary>Whom a 1:1 conversation is wanted with.</summary>
/// <param name="ServiceUrl">One that came with an authenticated activity, else <see cref="ServiceUrls.Public"/>.</param>
/// <param name="TenantId">The person's tenant.</param>
/// <param name="UserId">Channel account id or Entra object id; e-mail addresses are not accepted by the channel.</param>
/// <param name="BotId">The bot's channel account; <c>null</c> = <c>28:</c> and the app id.</param>
public sealed record NewConversation(string ServiceUrl, string TenantId, string UserId, string? BotId = null);

/// <summary>Service URLs to start from when no activity has told one yet (Teams docs: send proactive messages).</summary>
public static class ServiceUrls
{
    public const string Public = "https://smba.trafficmanager.net/teams/";
    public const string Gcc = "https://smba.infra.gcc.teams.microsoft.com/teams";
    public const string GccHigh = "https://smba.infra.gov.teams.microsoft.us/teams";
    public const string Dod = "https://smba.infra.dod.teams.microsoft.us/teams";
}

/// <summary>A member as the connector reports it.</summary>
/// <param name="Email">As the tenant reports it; the one address that may confirm who somebody is.</param>
public sealed record TeamsChannelAccount(
    string? Id = null,
    string? AadObjectId = null,
    string? Name = null,
    string? GivenName = null,
    string? Surname = null,
    string? Email = null,
    string? UserPrincipalName = null,
    string? TenantId = null,
    string? UserRole = null);

/// <param name="ContinuationToken"><c>null</c> on the last page.</param>
public sealed record PagedMembers(IReadOnlyList<TeamsChannelAccount>? Members, string? ContinuationToken);
