using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Problems.Desk;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems.Desk;

namespace InnovationBot.Conversation.Introductions;

/// <summary>Asks what is missing before somebody is asked.</summary>
[Verb("introduction/draft")]
public sealed class DraftRoute(DraftIntroduction draft, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await draft.Handle(data.Id<SuggestionId>("suggestion"), turn.By, stop)).Match(
            found => Reply.Card(DraftCard.For(found, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>Sends the request with exactly the text that stands in the field.</summary>
[Verb("introduction/send")]
public sealed class SendRoute(SendIntroduction send, PassToDesk passOn, ListDesk desk, DraftIntroduction draft) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var written = Terms(data);
        var terms = written with { Blurb = turn.Kept(written.Blurb) };
        if (data.IdOrNone<SuggestionId>("suggestion") is { } suggestion)
        {
            return (await send.Handle(new SendIntroduction.Request(suggestion, turn.By, terms), stop)).Match(
                view => Reply.Card(IntroductionCard.For(view, turn.Reading)), Reply.Refused);
        }

        var passed = await passOn.Handle(new PassToDesk.Request(data.Id<ProblemId>("problem"), turn.By, terms, data.Flag("owndesk")), stop);
        return passed.Refusal is { } refusal
            ? Reply.Refused(refusal)
            : (await desk.Show(passed.Value.Id, turn.By, stop)).Match(shown => Reply.Card(DeskItemCard.For(shown, turn.Reading)), Reply.Refused);
    }

    /// <summary>The same form again, with what was written in it: nothing typed is lost.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        var found = data.IdOrNone<SuggestionId>("suggestion") is { } suggestion
            ? await draft.Handle(suggestion, turn.By, stop)
            : data.IdOrNone<ProblemId>("problem") is { } problem
                ? await draft.Handle(problem, turn.By, stop)
                : Refusal.NotFound;
        return found.Match(
            again =>
            {
                var terms = Terms(data);
                return Reply.Card(DraftCard.For(
                    again with
                    {
                        Blurb = terms.Blurb.Length > 0 ? terms.Blurb : again.Blurb,
                        Languages = terms.Languages.Count > 0 ? terms.Languages : again.Languages,
                        NotOwnOrganisation = terms.NotOwnOrganisation,
                    },
                    turn.Reading));
            },
            _ => Reply.Nothing);
    }

    private static AskTerms Terms(PressData data)
    {
        var kind = DraftCard.Kinds.FirstOrDefault(known => known.Value == data.Text("kind", 40));
        var country = data.Text("country", 2);
        return new AskTerms(
            data.Text("organisation", 200) is { Length: > 0 } organisation ? organisation : null,
            kind.Value is not null && Countries.Code(country) is { } code ? new OrganisationKind(kind.Tier, kind.Sector, code) : null,
            [.. data.Choices("languages").Select(code => new Language(code)).Where(language => language.IsSpoken).Distinct()],
            data.Flag("notown"),
            data.Text("blurb"),
            data.Flag("namenow"));
    }
}

[Verb("introduction/show")]
public sealed class ShowRoute(ShowIntroduction show) : IntroductionRoute(show)
{
    private readonly ShowIntroduction show = show;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await show.Handle(id, turn.By, stop), turn);
}

[Verb("introduction/question-answer")]
public sealed class QuestionAnswerRoute(AnswerQuestion answer, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        turn.Kept(data.Text("answer")) is { Length: > 0 } text
            ? Draw(await answer.Handle(id, turn.By, text, stop), turn)
            : Reply.Text(turn.Say["Introductions.AskedBackError"]);
}

/// <summary>A message that replies to the card with the giver's question.</summary>
public sealed class QuestionReplyRoute(AnswerQuestion answer, IAskRoute ask) : IReplyRoute
{
    public async Task<Reply> Replied(Notice notice, string text, Turn turn, CancellationToken stop)
    {
        var answered = await answer.Handle(EntityId.From<IntroductionId>(notice.Subject), turn.By, text, stop);
        return answered.Refusal is null
            ? Reply.Card(TakerCard.For(answered.Value, turn.Reading))
            : await ask.Ask(text, turn, stop); // it is answered or over: then it is something new
    }
}

[Verb("introduction/withdraw")]
public sealed class WithdrawRoute(WithdrawIntroduction withdraw, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await withdraw.Handle(id, turn.By, stop), turn);
}

[Verb("introduction/talk-after-all")]
public sealed class TalkAfterAllRoute(TalkAfterAll talk, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await talk.Handle(id, turn.By, stop), turn);
}

[Verb("introduction/in-touch")]
public sealed class InTouchRoute(ReportInTouch report, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await report.Handle(id, turn.By, stop), turn);
}

[Verb("introduction/useful")]
public sealed class UsefulRoute(ReportTalk report, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await report.Handle(id, turn.By, TalkReport.Useful, stop), turn);
}

[Verb("introduction/not-useful")]
public sealed class NotUsefulRoute(ReportTalk report, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await report.Handle(id, turn.By, TalkReport.NotUseful, stop), turn);
}

[Verb("introduction/no-contact")]
public sealed class NoContactRoute(ReportTalk report, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await report.Handle(id, turn.By, TalkReport.NoContact, stop), turn);
}

[Verb("introduction/never-again")]
public sealed class NeverAgainRoute(NeverAgainWith never, ShowIntroduction show) : IntroductionRoute(show)
{
    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await never.Handle(id, turn.By, stop), turn);
}

public sealed class MyIntroductionsCommand(ListIntroductions list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal
            ? Reply.Card(MyIntroductionsCard.For(await list.Handle(turn.By, stop), turn.Reading))
            : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}
