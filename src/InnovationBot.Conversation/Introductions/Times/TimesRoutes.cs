using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Times;

namespace InnovationBot.Conversation.Introductions.Times;

/// <summary>Opens the fields for up to three times: with the yes, or after it.</summary>
[Verb("introduction/times")]
public sealed class TimesFormRoute(ShowIntroduction show) : IntroductionRoute(show)
{
    private readonly ShowIntroduction show = show;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(id, turn.By, stop)).Match(
            view => view.Side == IntroductionSide.Giver && (view.May(IntroductionAct.Accept) || view.Stage == IntroductionStage.Introduced)
                ? Reply.Card(TimesForm.For(view, turn.Reading)) : Reply.Refused(Refusal.NoLongerOpen),
            Reply.Refused);
}

[Verb("introduction/times-offer")]
public sealed class TimesOfferRoute(OfferTimes offer, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var starts = TimesForm.Read(data, turn.Zone);
        var offered = starts.Refusal is { } wrong ? wrong : await offer.Handle(id, turn.By, starts.Value, stop);
        return offered.Refusal is { } refusal && TimeRefusals.OfOffers.Contains(refusal.Code) ? await Mend(id, data, refusal, turn, stop) : Draw(offered, turn);
    }
}

/// <summary>A time that passed or was taken is refused, and the card shows those that remain.</summary>
[Verb("introduction/time-choose")]
public sealed class TimeChooseRoute(ChooseTime choose, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await choose.Handle(data.Id<TalkTimeId>("time"), turn.By, stop), turn);
}
