using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Demo;
using InnovationBot.Service.People;
using FailureReason = InnovationBot.Network.Outbox.FailureReason;

namespace InnovationBot.Service.Delivery;

/// <summary>Where a notice goes, or why it goes nowhere.</summary>
internal sealed class NoticeRoute(TimeProvider clock, IDeliveryDetour? detour = null)
{
    /// <summary>The card that an edit replaces is on its way at this very moment.</summary>
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    /// <param name="Chat">Set when <paramref name="Instead"/> is not.</param>
    /// <param name="Replaces">The activity that an edit replaces.</param>
    /// <param name="Dress">What a detour puts above the card.</param>
    /// <param name="Instead">What is recorded without sending anything.</param>
    public readonly record struct Place(ConversationReference? Chat, string? Replaces, Func<AdaptiveCard, AdaptiveCard>? Dress, DeliveryRecord? Instead);

    public Place Of(ClaimedNotice claim)
    {
        var (notice, recipient) = (claim.Notice, claim.Recipient);
        if (recipient is null or { State: MemberState.Left or MemberState.Erased }) return Failed(claim, FailureReason.Left);

        if (notice.Unasked && recipient.StoppedAt is not null) return Failed(claim, FailureReason.OptedOut);
        if (notice.Broadcast is { } kind && (recipient.StoppedAt is not null || recipient.UnwantedBroadcasts?.Contains(kind) == true)) return Failed(claim, FailureReason.OptedOut);

        var chat = AddressText.Read(recipient.Address);
        var around = detour?.For(notice.RecipientId, chat is not null);
        if (around is Detour.IntoTray) return Record(new(notice.Id, NoticeState.Sent, clock.GetUtcNow(), ConversationId: Detour.Tray));
        if (around is Detour.ToChat other) chat = other.Chat;
        else if (recipient.Suppressed is { } reason) return Failed(claim, reason);
        if (chat is null) return Failed(claim, FailureReason.NotInstalled);

        var dress = (around as Detour.ToChat)?.Dress;
        return notice.Edits is null ? new(chat, null, dress, null) : Edit(claim, chat, dress);
    }

    /// <summary>What was never shown needs no edit: it is drawn as things stand when it is sent, or is not sent at all.</summary>
    private Place Edit(ClaimedNotice claim, ConversationReference chat, Func<AdaptiveCard, AdaptiveCard>? dress) => claim.Edited switch
    {
        { State: NoticeState.Sent, ActivityId: { } activity, ConversationId: { } conversation } => new(chat with { ConversationId = conversation }, activity, dress, null),
        { State: NoticeState.Sending } => Record(new(claim.Notice.Id, NoticeState.Queued, clock.GetUtcNow(), Due: clock.GetUtcNow() + SoonAgain)),
        _ => Failed(claim, FailureReason.Cancelled),
    };

    private Place Failed(ClaimedNotice claim, FailureReason reason) => Record(new(claim.Notice.Id, NoticeState.Failed, clock.GetUtcNow(), reason));

    private static Place Record(DeliveryRecord record) => new(null, null, null, record);
}
