using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>A press on a sign-up card: does one thing and shows the card as it then is, for whoever pressed.</summary>
public abstract class SignUpRoute(ShowEvent show, EventCards cards, ISenders senders) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<EventId>("event");
        if (turn is { Scope: not Scope.Personal, ReplyTo: { } card })
            await cards.Remember(new(id, turn.Context.Activity.Conversation?.Id ?? "", card, turn.Language), senders.PlaceOf(turn.Context), stop);
        return (await Act(id, data, turn, stop)).Match(view => Draw(view, turn), Reply.Refused);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(view => Draw(view, turn), _ => Reply.Nothing);

    protected abstract Task<Result<EventView>> Act(EventId id, PressData data, Turn turn, CancellationToken stop);

    protected virtual Reply Draw(EventView view, Turn turn) => Reply.Card(SignUpCard.For(view, turn.Reading, isShared: turn.Scope != Scope.Personal));

    /// <summary>
    /// What the card's fields hold, by the questions' labels. Clients leave out a field that is empty: on the own card, which shows what one answered,
    /// it was emptied; on a card that many read nothing stood in it.
    /// </summary>
    /// <param name="isForm">The button that sends the fields; on any other a card without a filled field says nothing about them.</param>
    protected static async Task<IReadOnlyDictionary<string, string>> Answers(EventId id, PressData data, Turn turn, ShowEvent show, bool isForm, CancellationToken stop)
    {
        var answers = new Dictionary<string, string>();
        var isWhole = turn.Scope == Scope.Personal && (isForm || data.HasAny(EventWords.InputPrefix));
        if (!isWhole && !data.HasAny(EventWords.InputPrefix)) return answers;
        var shown = await show.Handle(id, turn.By, stop);
        if (shown.Refusal is not null) return answers;
        foreach (var question in shown.Value.Plan.Questions)
        {
            if (!isWhole && !data.Has(question.InputId())) continue;
            var text = data.Text(question.InputId(), EventAnswer.Most);
            answers[question.Label] = question.Kind == EventQuestionKind.Choice && int.TryParse(text, out var at) && at >= 0 && at < question.Choices.Count ? question.Choices[at] : text;
        }

        return answers;
    }
}

/// <summary>Also what clients ask by themselves to refresh the card: cheap, and changes nothing.</summary>
[Verb("event/show")]
public sealed class ShowEventRoute(ShowEvent show) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<EventId>("event"), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Of(EventId id, Turn turn, CancellationToken stop) =>
        (await show.Handle(id, turn.By, stop)).Match(view => Reply.Card(SignUpCard.For(view, turn.Reading, isShared: turn.Scope != Scope.Personal)), Reply.Refused);
}

[Verb("event/going")]
public sealed class GoingRoute(SignUp signUp, ShowEvent show, EventCards cards, ISenders senders) : SignUpRoute(show, cards, senders)
{
    private readonly ShowEvent show = show;

    protected override async Task<Result<EventView>> Act(EventId id, PressData data, Turn turn, CancellationToken stop) =>
        await signUp.Go(id, turn.By, data.Word<Seat>("seat"), await Answers(id, data, turn, show, isForm: false, stop), stop);
}

[Verb("event/decline")]
public sealed class DeclineRoute(SignUp signUp, ShowEvent show, EventCards cards, ISenders senders) : SignUpRoute(show, cards, senders)
{
    protected override Task<Result<EventView>> Act(EventId id, PressData data, Turn turn, CancellationToken stop) => signUp.Decline(id, turn.By, stop);
}

/// <summary>"Free my place".</summary>
[Verb("event/leave")]
public sealed class LeaveEventRoute(SignUp signUp, ShowEvent show, EventCards cards, ISenders senders) : SignUpRoute(show, cards, senders)
{
    protected override Task<Result<EventView>> Act(EventId id, PressData data, Turn turn, CancellationToken stop) => signUp.Free(id, turn.By, stop);
}

[Verb("event/answers")]
public sealed class AnswersRoute(SignUp signUp, ShowEvent show, EventCards cards, ISenders senders) : SignUpRoute(show, cards, senders)
{
    private readonly ShowEvent show = show;

    protected override async Task<Result<EventView>> Act(EventId id, PressData data, Turn turn, CancellationToken stop) =>
        await signUp.Answer(id, turn.By, await Answers(id, data, turn, show, isForm: true, stop), stop);

    protected override Reply Draw(EventView view, Turn turn) =>
        Reply.Card(SignUpCard.For(view, turn.Reading, turn.Say["Events.AnswersKept"], isShared: turn.Scope != Scope.Personal));
}

[Verb("event/details")]
public sealed class DetailsRoute(ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(view => Reply.Card(DetailsCard.For(view, turn.Reading)), Reply.Refused);
}
