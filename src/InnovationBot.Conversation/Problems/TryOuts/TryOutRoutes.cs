using System.Globalization;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems.TryOuts;

namespace InnovationBot.Conversation.Problems.TryOuts;

/// <summary>"The smallest step you could take next week?": what is planned, or the form.</summary>
[Verb("tryout/form")]
public sealed class TryOutFormRoute(ShowTryOut show, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var change = data.Flag("change");
        return (await show.For(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            shown => Reply.Card(change ? TryOutCard.Form(shown, turn.Reading) : TryOutCard.For(shown, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>"smallest step".</summary>
public sealed class TryOutCommand(ShowTryOut show) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return await show.Newest(turn.By, stop) is { } shown ? Reply.Card(TryOutCard.For(shown, turn.Reading)) : Reply.Text(turn.Say["TryOuts.NoProblem"]);
    }
}

[Verb("tryout/plan")]
public sealed class PlanTryOutRoute(PlanTryOut plan, ShowTryOut show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await plan.Handle(new(data.Id<ProblemId>("problem"), turn.By, turn.Kept(data.Text("step", TryOut.LongestStep)), Day(data)), stop)).Match(
            shown => Reply.Card(TryOutCard.For(shown, turn.Reading)), Reply.Refused);

    /// <summary>The form again, with what was typed; or what is planned.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.IdOrNone<ProblemId>("problem") is not { } problem) return Reply.Nothing;
        var step = data.Text("step", TryOut.LongestStep);
        return (await show.For(problem, turn.By, stop)).Match(
            shown => Reply.Card(shown.Plan?.Step == step ? TryOutCard.For(shown, turn.Reading) : TryOutCard.Form(shown, turn.Reading, step)), _ => Reply.Nothing);
    }

    private static DateOnly? Day(PressData data) =>
        DateOnly.TryParseExact(data.Text("on", 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A press on a step that is planned.</summary>
public abstract class TryOutRoute(ShowTryOut show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Act(data.Id<TryOutId>("tryout"), data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<TryOutId>("tryout") is { } id
            ? (await show.Handle(id, turn.By, stop)).Match(shown => Reply.Card(TryOutCard.For(shown, turn.Reading)), _ => Reply.Nothing)
            : Reply.Nothing;

    protected abstract Task<Reply> Act(TryOutId id, PressData data, Turn turn, CancellationToken stop);
}

[Verb("tryout/answer")]
public sealed class AnswerTryOutRoute(AnswerTryOut answer, ShowTryOut show) : TryOutRoute(show)
{
    protected override async Task<Reply> Act(TryOutId id, PressData data, Turn turn, CancellationToken stop) => data.Word<TryOutResult>("result") is not { } result
        ? Reply.Text(turn.Say["Words.ChooseOne"])
        : (await answer.Handle(id, turn.By, result, turn.Kept(data.Text("happened", TryOut.LongestText)), stop)).Match(shown => Reply.Card(TryOutCard.For(shown, turn.Reading)), Reply.Refused);
}

/// <summary>Not yet: asked again a week later.</summary>
[Verb("tryout/later")]
public sealed class LaterTryOutRoute(AnswerTryOut answer, ShowTryOut show) : TryOutRoute(show)
{
    protected override async Task<Reply> Act(TryOutId id, PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Later(id, turn.By, stop)).Match(shown => Reply.Card(TryOutCard.For(shown, turn.Reading)), Reply.Refused);
}

/// <summary>Let go untried: back to the problem.</summary>
[Verb("tryout/drop")]
public sealed class DropTryOutRoute(AnswerTryOut answer, ShowTryOut show) : TryOutRoute(show)
{
    protected override async Task<Reply> Act(TryOutId id, PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Drop(id, turn.By, stop)).Match(shown => Reply.Card(TryOutCard.For(shown, turn.Reading)), Reply.Refused);
}

/// <summary>May this become a short case? Opens the form with what is known.</summary>
[Verb("tryout/case")]
public sealed class TryOutCaseRoute(BeginCaseFromTryOut begin, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Begun(await begin.Handle(data.Id<TryOutId>("tryout"), turn.By, stop), turn, stop);
}

public sealed class TryOutRenderer(ShowTryOut show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await show.Handle(EntityId.From<TryOutId>(notice.Subject), notice.RecipientId, stop)).Match(
            shown => shown.Plan is { IsOpen: true, AskDue: null } ? new NoticeMessage(TryOutCard.For(shown, reading), reading.Say["TryOuts.Summary"]) : null!, _ => null!);
}
