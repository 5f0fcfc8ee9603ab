using System.Collections.Concurrent;
using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Nominations;
using InnovationBot.Conversation.Awards.Results;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>
/// Cards of broadcasts that are the same for all who read a language: drawn and written once for a hundred thousand. What
/// an edition no longer says is drawn anew.
/// </summary>
public sealed class DrawnBroadcasts
{
    /// <summary>Cards are small and few are sent at a time; more than this are let go together.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<(BroadcastId, BroadcastEdition, Language), NoticeMessage> drawn = new();

    public NoticeMessage? Find(BroadcastId id, BroadcastEdition edition, Language language) => drawn.GetValueOrDefault((id, edition, language));

    public void Keep(BroadcastId id, BroadcastEdition edition, Language language, NoticeMessage message)
    {
        if (drawn.Count >= Most) drawn.Clear();
        drawn[(id, edition, language)] = message;
    }
}

/// <summary>A delivery, an edit of its card, or a preview.</summary>
public sealed class BroadcastRenderer(ReadBroadcast read, DrawnBroadcasts drawn, ShowEvent events, ListAwards awards, ReadResults results) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var (id, say) = (EntityId.From<BroadcastId>(notice.Subject), reading.Say);
        if (await read.Edition(id, stop) is not { } edition) return null;
        if (edition.IsTakenBack && notice.Kind != BroadcastNotices.Edit) return null;
        var isPost = notice.ChannelId is not null;
        var corrected = notice.Kind == BroadcastNotices.Preview ? await read.Corrected(id, stop) : null;
        if (!isPost && corrected is null && drawn.Find(id, edition, say.Language) is { } known) return known;
        if ((corrected ?? await read.Handle(id, stop)) is not { } shown) return null;
        if (edition is { Kind: BroadcastKind.Event, IsTakenBack: false }) return await Invitation(shown, notice, reading, stop);
        if (edition is { Kind: BroadcastKind.Award, IsTakenBack: false }) return await Call(shown, notice, reading, stop);
        var card = edition.IsTakenBack ? BroadcastCard.TakenBack(say) : BroadcastCard.For(shown, say, isPost);
        var message = new NoticeMessage(card, say[$"Broadcasts.Summary_{Vocabulary.Write(edition.Kind)}"]) { Written = card.ToUtf8() };
        if (!isPost && corrected is null && !shown.Broadcast.IsDraft) drawn.Keep(id, edition, say.Language, message);
        return message;
    }

    /// <summary>Nobody signs up or nominates on a card that only shows how it will be.</summary>
    private static bool IsPreview(Notice notice, BroadcastShown shown) => notice.Kind == BroadcastNotices.Preview && shown.Broadcast is { IsDraft: true } or { Correction: not null };

    /// <summary>What stands under an event's own card.</summary>
    internal static List<CardElement> Under(BroadcastShown shown, Texts.Say say, bool isPost)
    {
        var more = new List<CardElement>();
        if (shown.Broadcast.Content.TextFor(say.Language) is { } text) more.Add(new TextBlock(BroadcastText.Markdown(text)) { Spacing = Spacing.Medium });
        more.AddRange(BroadcastCard.Foot(shown, say, isPost));
        return more;
    }

    /// <summary>The round's own card: to nominate, and once it was announced its results; the organiser's words and why it came stand under it.</summary>
    /// <returns>None between the call and the announcement.</returns>
    private async Task<NoticeMessage?> Call(BroadcastShown shown, Notice notice, Reading reading, CancellationToken stop)
    {
        var isPost = notice.ChannelId is not null;
        if (await awards.Published(new AwardRoundId(shown.Broadcast.About ?? Guid.Empty), stop) is not { } round || (round.StateAt(reading.Now) > AwardState.Call && round.State != AwardState.Announced)) return null;
        var more = Under(shown, reading.Say, isPost);
        if (round.State == AwardState.Announced)
            return (await results.Handle(round.Id, isPost ? null : notice.RecipientId, stop)).Match(found => new NoticeMessage(ResultsCard.For(found, reading, more: more, isShared: isPost), reading.Say["Broadcasts.Summary_award"]), _ => null!);
        var isPreview = IsPreview(notice, shown);
        return new NoticeMessage(CallCard.For(round, reading, more, isPreview), reading.Say["Broadcasts.Summary_award"]);
    }

    /// <summary>The event's own sign-up card, each reader's with their own state; the organiser's words and why it came stand under it.</summary>
    /// <returns>None for an event that is over, cancelled, or not for this reader.</returns>
    private async Task<NoticeMessage?> Invitation(BroadcastShown shown, Notice notice, Reading reading, CancellationToken stop)
    {
        var (id, say, isPost) = (new EventId(shown.Broadcast.About ?? Guid.Empty), reading.Say, notice.ChannelId is not null);
        var view = isPost ? await events.Public(id, stop) : await events.Handle(id, notice.RecipientId, stop);
        if (view.Refusal is not null || view.Value.State is EventState.Cancelled or EventState.Held) return null;
        var isPreview = IsPreview(notice, shown);
        return new NoticeMessage(SignUpCard.For(view.Value, reading, more: Under(shown, say, isPost), isShared: isPost, isPreview: isPreview), say["Broadcasts.Summary_event"]);
    }
}

/// <summary>The organiser's own card while it is sent, and a colleague's who is asked to agree.</summary>
public sealed class OrganiserRenderer(ListBroadcasts list, SendingPace pace) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var view = await list.Show(EntityId.From<BroadcastId>(notice.Subject), notice.RecipientId, counted: true, stop);
        if (view.Refusal is not null) return null;
        if (notice.Kind == BroadcastNotices.Approval && view.Value.Broadcast is { ApprovalAskedAt: null, Correction: null }) return null;
        var summary = reading.Say[notice.Kind == BroadcastNotices.Approval ? "Broadcasts.SummaryApproval" : "Broadcasts.SummaryProgress"];
        return new NoticeMessage(OrganiserCard.For(view.Value, pace, reading), summary);
    }
}
