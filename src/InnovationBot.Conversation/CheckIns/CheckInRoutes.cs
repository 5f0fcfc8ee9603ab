using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.CheckIns.Quarters;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Turns;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>"check-in": asked now, whatever the rhythm.</summary>
public sealed class CheckInCommand(StartCheckInRoute start) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal ? start.Run(default, turn, stop) : Task.FromResult(Reply.Text(turn.Say["Routing.OnlyInOwnChat"]));
}

[Verb("checkin/start")]
public sealed class StartCheckInRoute(StartCheckIn start) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await start.Handle(turn.By, stop)).Match(view => Reply.Card(CheckInCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("checkin/show")]
public sealed class ShowCheckInRoute(ShowCheckIn show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<CheckInId>("checkIn"), turn.By, stop)).Match(view => Reply.Card(CheckInCard.For(view, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<CheckInId>("checkIn") is { } id
            ? (await show.Handle(id, turn.By, stop)).Match(view => Reply.Card(CheckInCard.For(view, turn.Reading)), _ => Reply.Nothing)
            : Reply.Nothing;
}

/// <summary>An answer in the card's field. What comes after the problem is stored is a new question: nothing that was written is lost.</summary>
[Verb("checkin/answer")]
public sealed class AnswerCheckInRoute(CheckInAnswers answers, ShowCheckInRoute show) : IVerbRoute
{
    /// <summary>Characters; of a text this long, which no card of ours lets through, the beginning is kept and the person is told.</summary>
    private const int LongestRead = 100_000;

    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var text = turn.Kept(data.Text("answer", LongestRead));
        return text.Length == 0 ? Reply.Text(turn.Say["CheckIns.AnswerError"]) : await answers.Take(data.Id<CheckInId>("checkIn"), text, wasText: false, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);
}

/// <summary>Takes what somebody wrote as the answer to a check-in, however it came.</summary>
public sealed class CheckInAnswers(
    AnswerCheckIn answer, ShowCheckIn show, SkipCheckIn skip, SolveFromCheckIn solve, ChooseCadence choose, IAskRoute ask, ILanguageDetector detector)
{
    public async Task<Reply> Take(CheckInId id, string text, bool wasText, Turn turn, CancellationToken stop)
    {
        var open = (await show.Handle(id, turn.By, stop)).Match(view => view, _ => null!);
        var asked = open?.CheckIn is { State: CheckInState.Open } under ? under.Asked : null;
        if (TypedButton.StopAsking.Is(text)) return StopCheckInsRoute.After(await choose.Stop(turn.By, id, stop), turn);
        if (TypedButton.AskLater.Is(text)) return PostponeCheckInRoute.After(await skip.Later(id, turn.By, stop), turn);
        if (TypedButton.Forget.Is(text)) return (await skip.Handle(id, turn.By, stop)).Match(skipped => SkipCheckInRoute.After(skipped, turn), Reply.Refused);
        if (open is { CheckIn.State: not CheckInState.Answered, About.IsOpen: true } && SolvedWords.Is(text))
            return (await solve.Handle(id, turn.By, stop)).Match(solved => Reply.Card(SolvedCard.For(solved, turn.Reading)), Reply.Refused);
        var isSilent = UnknownWords.Is(text) && open?.CheckIn.Text is null; // a sign forgets nothing that was told
        if (asked is null && (NothingWords.Is(text) || isSilent || TypedButton.NothingNow.Is(text)))
            return (await skip.Handle(id, turn.By, stop)).Match(skipped => SkipCheckInRoute.After(skipped, turn), Reply.Refused);

        var answered = TellsNothing(text, asked) ? await answer.Pass(id, turn.By, stop) : await answer.Handle(id, turn.By, text, detector.Detect(text) ?? turn.Language, stop);
        return answered.Refusal == Refusal.NoLongerOpen || (wasText && answered.Refusal is not null)
            ? await ask.Ask(text, turn, stop)
            : answered.Match(view => Reply.Card(CheckInCard.For(view, turn.Reading, wasText)), Reply.Refused);
    }

    /// <summary>What they said before stays: "no" to a further question is no "nothing now". That nothing was tried is an answer.</summary>
    private static bool TellsNothing(string text, ConcreteQuestion? asked) =>
        asked is not null && (UnknownWords.Is(text) || (asked != ConcreteQuestion.MissingTried && NothingWords.Is(text)));
}

/// <summary>"stop asking": the check-ins end, and nothing else.</summary>
public sealed class StopAskingCommand(ChooseCadence choose) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => turn.Scope == Scope.Personal
        ? StopCheckInsRoute.After(await choose.Stop(turn.By, null, stop), turn)
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}

/// <summary>The person's next text after they asked for a check-in, or began to answer one. A thank-you, and a whole sentence that asks something itself, are none.</summary>
public sealed class CheckInAnswerRoute(CheckInAnswers answers, IAskRoute ask) : IQuestionRoute
{
    public async Task<Reply> Answer(OpenQuestion question, string text, Turn turn, CancellationToken stop)
    {
        if (!NothingWords.Is(text) && !UnknownWords.Is(text))
        {
            if (SmallTalk.Is(text)) return Reply.Text(turn.Say["Routing.Thanks"]);
            if (SmallTalk.AnswersNothing(text)) return SmallTalk.WhatToWrite(turn);
        }

        if (!WholeQuestion.Is(text)) return await answers.Take(EntityId.From<CheckInId>(question.Subject), text, wasText: true, turn, stop);

        turn.LateQuestion = question;
        return await ask.Ask(text, turn, stop);
    }
}

/// <summary>A message that replies to a check-in's card.</summary>
public sealed class CheckInReplyRoute(CheckInAnswers answers) : IReplyRoute
{
    public Task<Reply> Replied(Notice notice, string text, Turn turn, CancellationToken stop) =>
        answers.Take(EntityId.From<CheckInId>(notice.Subject), text, wasText: true, turn, stop);
}

/// <summary>The text was no answer but a new question: what was understood of it is dropped, and it is asked.</summary>
[Verb("checkin/new-question")]
public sealed class WasNewQuestionRoute(ShowCheckIn show, SkipCheckIn skip, IAskRoute ask) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var shown = await show.Handle(data.Id<CheckInId>("checkIn"), turn.By, stop);
        if (shown.Refusal is { } unknown) return Reply.Refused(unknown);
        if (shown.Value.CheckIn is not { State: CheckInState.Open, Text: not null } checkIn) return Reply.Refused(Refusal.NoLongerOpen);

        var text = checkIn.Additions.FindLast(addition => addition.Text.Length > 0)?.Text ?? checkIn.Text;
        return (await skip.Handle(checkIn.Id, turn.By, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await ask.Ask(text, turn, stop);
    }
}

[Verb("checkin/confirm")]
public sealed class ConfirmCheckInRoute(ConfirmCheckIn confirm, ShowCheckInRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        After(await Confirm(data.Id<CheckInId>("checkIn"), turn.Kept(data.Text("service", Problem.LongestService)), data.Flag("new"), turn, stop), turn);

    internal Task<Result<Answer>> Confirm(CheckInId id, string service, bool isNew, Turn turn, CancellationToken stop) =>
        confirm.Handle(new ConfirmCheckIn.Request(id, turn.By, service) { IsNoService = NoService.Is, Told = ToldText.Of, IsNew = isNew }, stop);

    internal static Reply After(Result<Answer> confirmed, Turn turn) => confirmed.Match(
        answer => Reply.Shows(Problems.AnswerCard.For(answer, turn.Say), answer.Cases.Count > 0 ? answer.Cases[0].Case.Id : null), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);
}

/// <summary>The person's next text after a yes that named no task. What is longer than a task's name, or asks something itself, is a new question.</summary>
public sealed class CheckInServiceRoute(ConfirmCheckInRoute confirm, IAskRoute ask) : IQuestionRoute
{
    public async Task<Reply> Answer(OpenQuestion question, string text, Turn turn, CancellationToken stop)
    {
        if (SmallTalk.Is(text) || SmallTalk.AnswersNothing(text)) return Reply.Refused(CheckInRefusals.ServiceMissing);
        if (text.Trim().Length > Problem.LongestService || WholeQuestion.Is(text)) return await ask.Ask(text, turn, stop);

        var confirmed = await confirm.Confirm(EntityId.From<CheckInId>(question.Subject), text.Trim(), isNew: false, turn, stop);
        return confirmed.Refusal == Refusal.NoLongerOpen ? await ask.Ask(text, turn, stop) : ConfirmCheckInRoute.After(confirmed, turn);
    }
}

/// <summary>What has happened since: it is solved.</summary>
[Verb("checkin/solved")]
public sealed class SolvedCheckInRoute(SolveFromCheckIn solve, ShowCheckInRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await solve.Handle(data.Id<CheckInId>("checkIn"), turn.By, stop)).Match(solved => Reply.Card(SolvedCard.For(solved, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);
}

[Verb("checkin/edit")]
public sealed class EditCheckInRoute(ShowCheckIn show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<CheckInId>("checkIn"), turn.By, stop)).Match(
            view => Reply.Card(view.CheckIn.State == CheckInState.Open ? CheckInEditCard.For(view, turn.Reading) : CheckInCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("checkin/save")]
public sealed class SaveCheckInRoute(AnswerCheckIn answer, ShowCheckInRoute show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var text = turn.Kept(data.Text("text", PressData.LongestText));
        return text.Length == 0
            ? Reply.Text(turn.Say["CheckIns.AnswerError"])
            : (await answer.Edit(data.Id<CheckInId>("checkIn"), turn.By, text, stop)).Match(view => Reply.Card(CheckInCard.For(view, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.Show(data, turn, stop);
}

public sealed class CheckInRenderer(ShowCheckIn show, ShowQuarter quarter, ITasks tasks) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await show.Handle(EntityId.From<CheckInId>(notice.Subject), notice.RecipientId, stop);
        if (found.Refusal is not null || (notice.Edits is null && found.Value.CheckIn.State != CheckInState.Scheduled)) return null; // what arrived already is drawn as it stands
        // Who asked to be asked later has read it.
        var first = notice.Edits is null && found.Value.CheckIn.SentAt is not null ? null : await quarter.Handle(found.Value.CheckIn, stop);
        return new NoticeMessage(first is null ? CheckInCard.For(found.Value, reading) : QuarterCard.For(first, tasks, reading), reading.Say["CheckIns.Summary"]);
    }
}
