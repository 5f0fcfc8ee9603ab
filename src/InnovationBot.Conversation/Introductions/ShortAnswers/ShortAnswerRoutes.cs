using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Introductions.ShortAnswers;

/// <summary>A press about the short answer of an introduction; a repeat, and a text that has changed since, show it as it is.</summary>
public abstract class ShortAnswerRoute(KeepShortAnswer keep) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Act(data.Id<IntroductionId>("introduction"), data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => data.IdOrNone<IntroductionId>("introduction") is { } id
        ? (await keep.Show(id, turn.By, stop)).Match(view => Reply.Card(ShortAnswerCard.For(view, turn.Reading)), _ => Reply.Nothing)
        : Reply.Nothing;

    protected abstract Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop);

    protected static Reply Draw(Result<ShortAnswerView> result, Turn turn) => result.Match(view => Reply.Card(ShortAnswerCard.For(view, turn.Reading)), Reply.Refused);
}

[Verb("short-answer/show")]
public sealed class ShowShortAnswerRoute(KeepShortAnswer keep) : ShortAnswerRoute(keep)
{
    private readonly KeepShortAnswer keep = keep;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) => Draw(await keep.Show(id, turn.By, stop), turn);
}

[Verb("short-answer/change")]
public sealed class ChangeShortAnswerRoute(KeepShortAnswer keep) : ShortAnswerRoute(keep)
{
    private readonly KeepShortAnswer keep = keep;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        (await keep.Show(id, turn.By, stop)).Match(view => Reply.Card(ShortAnswerCard.Form(view, view.Problem, view.Text, turn.Reading)), Reply.Refused);
}

[Verb("short-answer/save")]
public sealed class SaveShortAnswerRoute(KeepShortAnswer keep, ILanguageDetector detector) : ShortAnswerRoute(keep)
{
    private readonly KeepShortAnswer keep = keep;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var (problem, text) = (data.Text("problem"), data.Text("text"));
        if (data.Flag("mask"))
            (problem, text) = (PersonalDataFinder.Mask(problem, turn.Say["Sharing.MaskWord"]), PersonalDataFinder.Mask(text, turn.Say["Sharing.MaskWord"]));
        if (PersonalDataFinder.Find(problem).Count + PersonalDataFinder.Find(text).Count > 0)
            return (await keep.Show(id, turn.By, stop)).Match(view => Reply.Card(ShortAnswerCard.Form(view, problem, text, turn.Reading)), Reply.Refused);
        return Draw(await keep.Write(id, turn.By, problem, text, detector.Detect($"{problem}\n{text}") ?? turn.Language, stop), turn);
    }
}

[Verb("short-answer/agree")]
public sealed class AgreeShortAnswerRoute(KeepShortAnswer keep) : ShortAnswerRoute(keep)
{
    private readonly KeepShortAnswer keep = keep;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop) =>
        Draw(await keep.Agree(id, turn.By, data.Number("edition") ?? throw new BadInputException("edition"), stop), turn);
}

[Verb("short-answer/withdraw")]
public sealed class WithdrawShortAnswerRoute(KeepShortAnswer keep) : ShortAnswerRoute(keep)
{
    private readonly KeepShortAnswer keep = keep;

    protected override async Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop)
    {
        var withdrawn = await keep.Withdraw(id, turn.By, stop);
        return withdrawn.Match(
            view => Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["ShortAnswers.Gone"], [HouseStyle.Back(turn.Say["Words.Back"], "introduction/show", ("introduction", id.ToString()))])),
            Reply.Refused);
    }
}

/// <summary>One of the short answers below the cases, whole.</summary>
[Verb("short-answer/read")]
public sealed class ReadShortAnswerRoute(FindShortAnswers find, ShowAnswerRoute answer, ListCasesRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => (await find.One(data.Id<ShortAnswerId>("answer"), stop)).Match(
        found => Reply.Card(ShortAnswerRows.Read(found, Back(data, turn), turn.Say)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => data.Has("list") ? list.Run(data, turn, stop) : answer.Show(data, turn, stop);

    private static ActionSet Back(PressData data, Turn turn) => data.Has("list")
        ? HouseStyle.Back(turn.Say["Words.Back"], "case/list", ("list", CaseList.Write(CaseList.Read(data))))
        : HouseStyle.Back(turn.Say["Words.Back"], "problem/show", ("problem", data.Id<ProblemId>("problem").ToString()));
}

public sealed class ShortAnswerRenderer(KeepShortAnswer keep) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await keep.Show(EntityId.From<IntroductionId>(notice.Subject), notice.RecipientId, stop)).Match(
            view => view is { Answer: not null, Agreed: false } ? new NoticeMessage(ShortAnswerCard.For(view, reading), reading.Say["ShortAnswers.AskedSummary"]) : null!, _ => null!);
}
