using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>Builds the calls of the connector's REST interface (Bot Connector API, v3); <see cref="ConnectorCaller"/> makes them.</summary>
internal sealed class ConnectorClient(ConnectorCaller caller, ServiceUrlPolicy policy, IOptions<BotOptions> options) : IConnectorClient
{
    private readonly string ownId = $"28:{options.Value.AppId}";

    public ValueTask<ConnectorResult> Send(ConversationReference to, Activity activity, CancellationToken stop) =>
        IsId(to.ConversationId)
            ? Post("send", to, $"{Conversation(to)}/activities", Outgoing(to, activity, activity.ReplyToId), stop)
            : Unaddressed();

    public ValueTask<ConnectorResult> Reply(ConversationReference to, string replyToId, Activity activity, CancellationToken stop) =>
        IsId(to.ConversationId) && IsId(replyToId)
            ? Post("reply", to, $"{Conversation(to)}/activities/{Uri.EscapeDataString(replyToId)}", Outgoing(to, activity, replyToId), stop)
            : Unaddressed();

    public async ValueTask<ConnectorResult> Update(ConversationReference to, string activityId, Activity activity, CancellationToken stop)
    {
        if (!IsId(to.ConversationId) || !IsId(activityId)) return await Unaddressed();
        var body = Outgoing(to, activity, activity.ReplyToId);
        body.Id = activityId;
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.Default.Activity);
        return await IdOf(new("update", HttpMethod.Put, to.ServiceUrl, Message(to, activityId), utf8, true, to.TenantId ?? "", to.ConversationId), stop);
    }

    public async ValueTask<ConnectorResult> Delete(ConversationReference to, string activityId, CancellationToken stop) =>
        IsId(to.ConversationId) && IsId(activityId)
            ? (await caller.Call(
                new("delete", HttpMethod.Delete, to.ServiceUrl, Message(to, activityId), null, true, to.TenantId ?? "", to.ConversationId), stop)).Result
            : await Unaddressed();

    public async ValueTask<ConnectorResult<ConversationReference>> CreateConversation(NewConversation with, CancellationToken stop)
    {
        var bot = with.BotId ?? ownId;
        var parameters = new ConversationParameters(
            new ChannelAccount { Id = bot }, IsGroup: false, with.TenantId, Members: [new ChannelAccount { Id = with.UserId }],
            ChannelData: new TeamsChannelData { Tenant = new TeamsTenant(with.TenantId) });
        var (result, body) = await Create(with.ServiceUrl, with.TenantId, parameters, isRepeatable: true, stop);
        return Made(result, body, new ConversationReference(
            with.ServiceUrl, "", ConversationTypes.Personal, with.TenantId, with.UserId, BotId: bot));
    }

    public async ValueTask<ConnectorResult<ConversationReference>> CreateThread(ConversationReference channel, Activity first, CancellationToken stop)
    {
        var id = channel.ChannelThreadId ?? channel.ConversationId.Split(';')[0];
        var message = first.Copy();
        message.Id = null;
        message.Type ??= ActivityTypes.Message;
        var parameters = new ConversationParameters(
            new ChannelAccount { Id = channel.BotId ?? ownId }, IsGroup: true, channel.TenantId, Activity: message,
            ChannelData: new TeamsChannelData { Channel = new TeamsChannel(id), Tenant = channel.TenantId is null ? null : new TeamsTenant(channel.TenantId) });
        var (result, body) = await Create(channel.ServiceUrl, channel.TenantId ?? "", parameters, isRepeatable: false, stop);
        return Made(result, body, channel with { ConversationType = ConversationTypes.Channel, ChannelThreadId = id });
    }

    public ValueTask<ConnectorResult<TeamsChannelAccount>> GetMember(ConversationReference conversation, string memberId, CancellationToken stop) =>
        Get("member", conversation, memberId, $"{Conversation(conversation)}/members/{Uri.EscapeDataString(memberId)}",
            ActivityJson.Default.TeamsChannelAccount, stop);

    public ValueTask<ConnectorResult<PagedMembers>> GetPagedMembers(
        ConversationReference conversation, int pageSize, string? continuationToken, CancellationToken stop)
    {
        var path = $"{Conversation(conversation)}/pagedmembers?pageSize={Math.Clamp(pageSize, 1, 500)}";
        if (!string.IsNullOrEmpty(continuationToken)) path += $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        return Get("members", conversation, "-", path, ActivityJson.Default.PagedMembers, stop);
    }

    private static string Conversation(ConversationReference to) => $"v3/conversations/{Uri.EscapeDataString(to.ConversationId)}";

    private static string Message(ConversationReference to, string activityId) => $"{Conversation(to)}/activities/{Uri.EscapeDataString(activityId)}";

    /// <summary>An id becomes one path segment; dots alone would climb out of it.</summary>
    private static bool IsId(string? id) => id is { Length: > 0 } && id is not ("." or "..");

    private static ValueTask<ConnectorResult> Unaddressed() => ValueTask.FromResult(ConnectorResult.Refused("NoAddress"));

    private static Activity Outgoing(ConversationReference to, Activity activity, string? replyToId)
    {
        var outgoing = activity.Copy();
        outgoing.Id = null;
        outgoing.Type ??= ActivityTypes.Message;
        outgoing.ReplyToId = replyToId;
        outgoing.From ??= to.BotId is { } bot ? new ChannelAccount { Id = bot } : null;
        outgoing.Recipient ??= to.UserId is { } user ? new ChannelAccount { Id = user } : null;
        outgoing.Conversation ??= new ConversationAccount { Id = to.ConversationId };
        return outgoing;
    }

    private ValueTask<ConnectorResult> Post(string operation, ConversationReference to, string path, Activity outgoing, CancellationToken stop)
    {
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(outgoing, ActivityJson.Default.Activity);
        return IdOf(new(operation, HttpMethod.Post, to.ServiceUrl, path, utf8, false, to.TenantId ?? "", to.ConversationId), stop);
    }

    private async ValueTask<ConnectorResult> IdOf(ConnectorRequest request, CancellationToken stop)
    {
        var (result, body) = await caller.Call(request, stop);
        return result.IsSent ? result with { Id = Resource.Of(body).Id } : result;
    }

    private async ValueTask<(ConnectorResult Result, Resource Made)> Create(
        string serviceUrl, string tenantId, ConversationParameters parameters, bool isRepeatable, CancellationToken stop)
    {
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(parameters, AnswerJson.Default.ConversationParameters);
        var limitKey = parameters.ChannelData?.Channel?.Id ?? "";
        var (result, body) = await caller.Call(new("create", HttpMethod.Post, serviceUrl, "v3/conversations", utf8, isRepeatable, tenantId, limitKey), stop);
        return (result, result.IsSent ? Resource.Of(body) : default);
    }

    private ConnectorResult<ConversationReference> Made(ConnectorResult result, Resource made, ConversationReference reference)
    {
        if (!result.IsSent) return Carry<ConversationReference>(result);
        if (made.Id is not { } id) return Carry<ConversationReference>(result with { Outcome = ConnectorOutcome.Failed, Reason = FailureReason.Refused, ErrorCode = "NoConversationId" });

        var serviceUrl = policy.Allows(made.ServiceUrl, out _) ? made.ServiceUrl : reference.ServiceUrl;
        return Carry(result with { Id = made.ActivityId ?? id }, reference with { ConversationId = id, ServiceUrl = serviceUrl });
    }

    private async ValueTask<ConnectorResult<T>> Get<T>(
        string operation, ConversationReference of, string id, string path, JsonTypeInfo<T> type, CancellationToken stop)
        where T : class
    {
        if (!IsId(of.ConversationId) || !IsId(id)) return Carry<T>(ConnectorResult.Refused("NoAddress"));
        var (result, body) = await caller.Call(new(operation, HttpMethod.Get, of.ServiceUrl, path, null, true, of.TenantId ?? "", ""), stop);
        if (!result.IsSent) return Carry<T>(result);
        try
        {
            if (JsonSerializer.Deserialize(body.Span, type) is { } value) return Carry(result, value);
        }
        catch (JsonException)
        {
            // an answer that is none: refused below
        }

        return Carry<T>(result with { Outcome = ConnectorOutcome.Failed, Reason = FailureReason.Refused, ErrorCode = "UnreadableAnswer" });
    }

    private static ConnectorResult<T> Carry<T>(ConnectorResult result, T? value = null)
        where T : class =>
        new()
        {
            Outcome = result.Outcome, Id = result.Id, Reason = result.Reason, RetryAfter = result.RetryAfter,
            Status = result.Status, ErrorCode = result.ErrorCode, Value = value,
        };

    /// <summary>What the connector says it made; all may be missing, for the Agents Playground and split messages answer without a body.</summary>
    private readonly record struct Resource(string? Id, string? ActivityId, string? ServiceUrl)
    {
        public static Resource Of(ReadOnlyMemory<byte> body)
        {
            if (body.IsEmpty) return default;
            string? id = null, activityId = null, serviceUrl = null;
            try
            {
                var reader = new Utf8JsonReader(body.Span);
                if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var (isId, isActivity, isUrl) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("activityId"u8), reader.ValueTextEquals("serviceUrl"u8));
                    reader.Read();
                    if (reader.TokenType != JsonTokenType.String) reader.Skip();
                    else if (isId) id = reader.GetString();
                    else if (isActivity) activityId = reader.GetString();
                    else if (isUrl) serviceUrl = reader.GetString();
                }
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
            {
                // it was taken; only its id stays unknown
            }

            return new Resource(Filled(id), Filled(activityId), Filled(serviceUrl));
        }

        private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
