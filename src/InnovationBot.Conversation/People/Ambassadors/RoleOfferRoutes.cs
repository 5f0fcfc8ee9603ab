using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.People.Ambassadors;

/// <summary>Whom to ask to stand in, or to take over.</summary>
[Verb("role/offer")]
public sealed class OfferRoleRoute : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : Reply.Card(RoleOfferForm.For(Kind(data), turn.Reading)));

    internal static OfferedRole Kind(PressData data) => data.Word<OfferedRole>("kind") ?? throw new BadInputException("kind");
}

[Verb("role/offer-send")]
public sealed class SendRoleOfferRoute(OfferRole offer, ShowRoleOffer show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var offered = await offer.Handle(OfferRoleRoute.Kind(data), data.Text("email", 320), turn.By, stop);
        if (offered.Refusal is { } refusal) return Reply.Refused(refusal);
        return (await show.Handle(offered.Value.Id, turn.By, stop)).Match(view => Reply.Card(RoleOfferCard.For(view, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Task.FromResult(Reply.Card(RoleOfferForm.For(OfferRoleRoute.Kind(data), turn.Reading, data.Text("email", 320))));
}

/// <summary>The answer of whoever was asked.</summary>
public abstract class AnswerRoleOfferRoute(AnswerRoleOffer answer, ShowRoleOffer show, bool yes) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Handle(data.Id<RoleOfferId>("offer"), yes, turn.By, stop)).Match(view => Reply.Card(RoleOfferCard.For(view, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<RoleOfferId>("offer"), turn.By, stop)).Match(view => Reply.Card(RoleOfferCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

[Verb("role/accept")]
public sealed class AcceptRoleOfferRoute(AnswerRoleOffer answer, ShowRoleOffer show) : AnswerRoleOfferRoute(answer, show, yes: true);

[Verb("role/decline")]
public sealed class DeclineRoleOfferRoute(AnswerRoleOffer answer, ShowRoleOffer show) : AnswerRoleOfferRoute(answer, show, yes: false);

/// <summary>The question to whoever is asked, and the answer to whoever asked.</summary>
public sealed class RoleOfferRenderer(ShowRoleOffer show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await show.Handle(EntityId.From<RoleOfferId>(notice.Subject), notice.RecipientId, stop);
        return found.Match<NoticeMessage?>(
            view => view.IsAsked && view.Offer.State != RoleOfferState.Waiting ? null
                : new NoticeMessage(RoleOfferCard.For(view, reading), reading.Say[view.IsAsked ? "Ambassadors.OfferedSummary" : "Ambassadors.AnsweredSummary"]),
            _ => null);
    }
}
