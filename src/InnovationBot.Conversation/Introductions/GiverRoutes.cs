using InnovationBot.Conversation.Introductions.Times;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Times;

namespace InnovationBot.Conversation.Introductions;

[Verb("introduction/accept")]
public sealed class AcceptRoute(AcceptIntroduction accept, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var starts = TimesForm.Read(data, turn.Zone);
        var said = starts.Refusal is { } wrong ? wrong : await accept.Handle(id, turn.By, stop, starts.Value);
        return said.Refusal is { } refusal && TimeRefusals.OfOffers.Contains(refusal.Code) ? await Mend(id, data, refusal, turn, stop) : Draw(said, turn);
    }
}

/// <summary>Opens the field for an answer in writing.</summary>
[Verb("introduction/write")]
public sealed class WriteRoute(ShowIntroduction show) : IntroductionRoute(show)
{
    private readonly ShowIntroduction show = show;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(id, turn.By, stop)).Match(
            view => view.May(IntroductionAct.AnswerInWriting) ? Reply.Card(FieldCard.Write(view, turn.Reading)) : Reply.Refused(Refusal.NoLongerOpen),
            Reply.Refused);
}

[Verb("introduction/write-send")]
public sealed class WriteSendRoute(AnswerInWriting answer, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        turn.Kept(data.Text("text")) is { Length: > 0 } text
            ? Draw(await answer.Handle(id, turn.By, text, stop), turn)
            : Reply.Text(turn.Say["Introductions.WriteError"]);
}

/// <summary>Opens the field for the one question.</summary>
[Verb("introduction/question")]
public sealed class QuestionRoute(ShowIntroduction show) : IntroductionRoute(show)
{
    private readonly ShowIntroduction show = show;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(id, turn.By, stop)).Match(
            view => view.May(IntroductionAct.AskOneQuestion) ? Reply.Card(FieldCard.Question(view, turn.Reading)) : Reply.Refused(Refusal.NoLongerOpen),
            Reply.Refused);
}

[Verb("introduction/question-send")]
public sealed class QuestionSendRoute(AskOneQuestion ask, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        turn.Kept(data.Text("text")) is { Length: > 0 } text
            ? Draw(await ask.Handle(id, turn.By, text, stop), turn)
            : Reply.Text(turn.Say["Introductions.QuestionError"]);
}

/// <summary>Lists who else could be asked.</summary>
[Verb("introduction/redirect")]
public sealed class RedirectRoute(ListRedirectChoices list, ShowIntroduction show) : IntroductionRoute(show)
{
    private readonly ShowIntroduction show = show;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var choices = await list.Handle(id, turn.By, stop);
        if (choices.Refusal is { } refusal) return Reply.Refused(refusal);
        return (await show.Handle(id, turn.By, stop)).Match(
            view => Reply.Card(RedirectCard.For(view, choices.Value, turn.Reading)), Reply.Refused);
    }
}

/// <summary>Passes the request on to the person chosen, or to whoever the bot finds next.</summary>
[Verb("introduction/redirect-to")]
public sealed class RedirectToRoute(RedirectIntroduction redirect, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var someoneElse = data.IdOrNone<SuggestionId>("suggestion");
        return (await redirect.Handle(id, turn.By, someoneElse, stop)).Match(
            view => someoneElse is null ? Reply.Card(RedirectCard.PassOn(turn.Reading)) : Draw(view, turn), Reply.Refused);
    }
}

[Verb("introduction/decline")]
public sealed class DeclineRoute(DeclineIntroduction decline, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await decline.Handle(id, turn.By, DeclineReason.NotNow, stop), turn);
}

/// <summary>Not my topic: a no, and the offer to take the topic off the profile.</summary>
[Verb("introduction/not-my-topic")]
public sealed class NotMyTopicRoute(DeclineIntroduction decline, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        (await decline.Handle(id, turn.By, DeclineReason.NotMyTopic, stop)).Match(
            view => Reply.Card(TopicCard.For(view, TopicsOf(turn), turn.Reading)), Reply.Refused);

    internal static IReadOnlyList<string> TopicsOf(Turn turn) => [.. turn.Sender.Topics, .. turn.Sender.Offers];
}

[Verb("introduction/remove-topic")]
public sealed class RemoveTopicRoute(RemoveTopic remove, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var topics = NotMyTopicRoute.TopicsOf(turn);
        if (data.Number("topic") is not { } chosen || chosen < 0 || chosen >= topics.Count) return Reply.Text(turn.Say["Words.ChooseOne"]);
        return (await remove.Handle(id, turn.By, topics[chosen], stop)).Match(
            _ => Reply.Text(turn.Say["Introductions.TopicRemoved", ("topic", topics[chosen])]), Reply.Refused);
    }
}

/// <summary>Asks for how long no requests shall come.</summary>
[Verb("introduction/pause")]
public sealed class PauseRoute(ShowIntroduction show) : IntroductionRoute(show)
{
    private readonly ShowIntroduction show = show;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(id, turn.By, stop)).Match(view => Reply.Card(PauseCard.Ask(view, turn.Reading)), Reply.Refused);
}

[Verb("introduction/pause-until")]
public sealed class PauseUntilRoute(PauseRequests pause, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        DateTimeOffset? until = data.Text("until", 10) switch
        {
            "week" => turn.Now.AddDays(7),
            "month" => turn.Now.AddMonths(1),
            "open" => null,
            _ => throw new BadInputException("until"),
        };
        return (await pause.Handle(turn.By, until, stop)).Match(_ => Reply.Card(PausedCard.For(until, turn.Reading)), Reply.Refused);
    }
}
