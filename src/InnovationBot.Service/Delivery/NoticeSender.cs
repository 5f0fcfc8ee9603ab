using InnovationBot.Activities;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using InnovationBot.Service.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using FailureReason = InnovationBot.Network.Outbox.FailureReason;

namespace InnovationBot.Service.Delivery;

/// <summary>Joins the network's notices, the conversation's cards and the channel: where to, whether now, drawn as things stand, sent.</summary>
internal sealed class NoticeSender(
    NoticeKinds kinds, NoticeRoute route, IConnectorClient connector, IServiceScopeFactory scopes, SettingsInForce settings, RetrySchedule schedule, ClientLinks links, TimeProvider clock, ILogger<NoticeSender> log)
{
    /// <summary>After an update of the program has begun, another instance may know the kind already.</summary>
    private static readonly TimeSpan UntilKindIsKnown = TimeSpan.FromMinutes(1);

    public async Task<PreparedNotice> Prepare(ClaimedNotice claim, CancellationToken stop)
    {
        var notice = claim.Notice;
        var place = route.Of(claim);
        if (place.Instead is { State: not NoticeState.Sent } instead) return new PreparedNotice.Ended(instead);

        await using var scope = scopes.CreateAsyncScope();
        var recipient = claim.Recipient!;
        var days = await scope.ServiceProvider.GetRequiredService<WorkingCalendars>()
            .Of(recipient.Zone, recipient.Country, recipient.AwayUntil, recipient.WorkingHours, stop);
        var now = clock.GetUtcNow();
        if (SendingTime.Later(claim, days, (await settings.Now(stop))[NetworkLimit.UnaskedAWeek], now) is { } later) return new PreparedNotice.Ended(new(notice.Id, NoticeState.Queued, now, Due: later));
        if (place.Instead is { } intoTray) return new PreparedNotice.Ended(intoTray);

        if (kinds.Renderer(notice.Kind) is not { } type)
        {
            Log.NobodyDraws(log, notice.Id, notice.Kind);
            return new PreparedNotice.Ended(schedule.AfterTry(notice, UntilKindIsKnown));
        }

        var renderer = (INoticeRenderer)scope.ServiceProvider.GetRequiredService(type);
        var message = await renderer.Render(notice, new Reading(Say.In(recipient.Language), days.Zone, now) { Links = links }, stop);
        if (message is null) return new PreparedNotice.Ended(new(notice.Id, NoticeState.Failed, now, FailureReason.Cancelled));

        message = message.Footed(Say.In(recipient.Language));
        if (place.Dress is { } dress) message = message.Dressed(dress);
        return new PreparedNotice.Message(claim, message.ToActivity(), place.Chat!, place.Replaces);
    }

    /// <returns>What became of it, and in which conversation.</returns>
    /// <exception cref="OperationCanceledException">Stopped, and nothing has left.</exception>
    public async Task<(ConnectorResult Result, string ConversationId)> Send(PreparedNotice.Message message, CancellationToken stop)
    {
        var to = message.To;
        if (message.ReplacesActivityId is { } replaces) return (await connector.Update(to, replaces, message.Activity, stop), to.ConversationId);

        if (message.Notice.ChannelId is not null)
        {
            var thread = await connector.CreateThread(to, message.Activity, stop);
            return (thread, thread.Value?.ConversationId ?? to.ConversationId);
        }

        var result = await connector.Send(to, message.Activity, stop);
        if (result is not { Outcome: ConnectorOutcome.Failed, ErrorCode: "ConversationNotFound" } || to is not { TenantId: { } tenant, UserId: { } user })
        {
            return (result, to.ConversationId);
        }

        // The chat is gone and the person may still be there (Teams docs: a 1:1 conversation may be created again).
        var made = await connector.CreateConversation(new NewConversation(to.ServiceUrl, tenant, user, to.BotId), stop);
        if (made.Value is not { } chat) return (made, to.ConversationId);
        await Keep(message.Notice.RecipientId, to with { ConversationId = chat.ConversationId, ServiceUrl = chat.ServiceUrl }, stop);
        return (await connector.Send(chat, message.Activity, stop), chat.ConversationId);
    }

    private async Task Keep(MemberId person, ConversationReference chat, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var address = AddressText.Write(chat);
        await scope.ServiceProvider.GetRequiredService<NetworkDb>().Members.Where(member => member.Id == person)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.Address, address), stop);
    }
}
