using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Conversation.Problems.Opened;

/// <summary>A press about an offer that exists: the fresh card of one that came late or twice is the offer as it now is.</summary>
public abstract class HelpOfferRoute(ShowOpenProblem show) : IVerbRoute
{
    public abstract Task<Reply> Run(PressData data, Turn turn, CancellationToken stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<HelpOfferId>("offer") is { } id
            ? (await show.Offer(id, turn.By, stop)).Match(shown => Reply.Card(HelpOfferCard.For(shown, turn.Reading)), _ => Reply.Nothing)
            : Reply.Nothing;

    protected static HelpOfferId Of(PressData data) => data.Id<HelpOfferId>("offer");

    protected async Task<Reply> Draw(Result<HelpOffer> result, Turn turn, CancellationToken stop) =>
        result.Refusal is { } refusal
            ? Reply.Refused(refusal)
            : (await show.Offer(result.Value.Id, turn.By, stop)).Match(shown => Reply.Card(HelpOfferCard.For(shown, turn.Reading)), Reply.Refused);
}

[Verb("help-offer/show")]
public sealed class ShowHelpRoute(ShowOpenProblem show) : HelpOfferRoute(show)
{
    private readonly ShowOpenProblem show = show;

    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Offer(Of(data), turn.By, stop)).Match(shown => Reply.Card(HelpOfferCard.For(shown, turn.Reading)), Reply.Refused);
}

[Verb("help-offer/withdraw")]
public sealed class WithdrawHelpRoute(OfferHelp offer, ShowOpenProblem show) : HelpOfferRoute(show)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await Draw(await offer.Withdraw(Of(data), turn.By, stop), turn, stop);
}

[Verb("help-offer/decline")]
public sealed class DeclineHelpRoute(AnswerHelp answer, ShowOpenProblem show) : HelpOfferRoute(show)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await Draw(await answer.Decline(Of(data), turn.By, stop), turn, stop);
}

/// <summary>Yes: both names, on the card of an introduction.</summary>
[Verb("help-offer/accept")]
public sealed class AcceptHelpRoute(AnswerHelp answer, ShowOpenProblem show) : HelpOfferRoute(show)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Accept(Of(data), turn.By, stop)).Match(view => Reply.Card(IntroductionCard.For(view, turn.Reading)), Reply.Refused);
}

/// <summary>All offers that wait for one problem.</summary>
[Verb("help-offer/list")]
public sealed class HelpListRoute(ShowOpenProblem show, MyProblemsRoute mine) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Offers(data.Id<ProblemId>("problem"), turn.By, stop)).Match(offers => Reply.Card(HelpOffersCard.For(offers, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => mine.Run(data, turn, stop);
}

/// <summary>An offer to the owner, and its end to its giver.</summary>
public sealed class HelpRenderer(ShowOpenProblem show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var shown = await show.Offer(EntityId.From<HelpOfferId>(notice.Subject), notice.RecipientId, stop);
        if (shown.Refusal is not null) return null;
        if (notice is { Kind: HelpNotices.Offered, Edits: null } && !shown.Value.Offer.IsWaiting) return null;
        return new NoticeMessage(
            HelpOfferCard.For(shown.Value, reading), reading.Say[notice.Kind == HelpNotices.Offered ? "Opened.OfferedSummary" : "Opened.OverSummary"],
            Alert: notice is { Kind: HelpNotices.Offered, Edits: null });
    }
}
