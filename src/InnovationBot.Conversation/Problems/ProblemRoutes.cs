using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Problems;

/// <summary>The answer to a problem as it is now; also the way back from an opened case.</summary>
[Verb("problem/show")]
public sealed class ShowAnswerRoute(ShowAnswer show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(answer => Reply.Card(AnswerCard.For(answer, turn.Say)), Reply.Refused);

    /// <summary>The answer in place of whatever was pressed, or nothing when the problem is gone.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<ProblemId>("problem") is { } problem
            ? (await show.Handle(problem, turn.By, stop)).Match(answer => Reply.Card(AnswerCard.For(answer, turn.Say)), _ => Reply.Nothing)
            : Reply.Nothing;
}

[Verb("problem/keep")]
public sealed class KeepProblemRoute(KeepProblem keep, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await keep.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Refusal is { } refusal
            ? Reply.Refused(refusal)
            : await answer.Run(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>None of these fits: one question, then another search without what was shown.</summary>
[Verb("problem/none-fits")]
public sealed class RejectAnswerRoute(RejectAnswer reject, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await reject.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            rejected => Reply.Card(QuestionCard.For(rejected, turn.Say)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>The answer to a concretising question, given on the card that asked it.</summary>
[Verb("problem/answer")]
public sealed class AnswerQuestionRoute(AnswerConcreteQuestion use, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var problem = data.Id<ProblemId>("problem");
        var text = turn.Kept(data.Text("answer"));
        if (text.Length == 0) return Reply.Text(turn.Say["Problems.AnswerError"]);
        return (await use.Handle(problem, turn.By, text, asked => ToldText.Figure(asked.Asked, text, asked.Language) ?? text, stop)).Match(found => Reply.Card(AnswerCard.For(found, turn.Say)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>What was taken as an answer was a new question.</summary>
[Verb("problem/new-question")]
public sealed class NewQuestionRoute(AskSeparately ask, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await ask.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(found => Reply.Card(AnswerCard.For(found, turn.Say)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>What was taken as a new question was the answer to the bot's own, of a problem or of a check-in.</summary>
[Verb("problem/was-answer")]
public sealed class WasAnswerRoute(JoinToQuestion join, CheckInAnswers checkIns, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var problem = data.Id<ProblemId>("problem");
        if (await join.OfCheckIn(problem, turn.By, stop) is var (checkIn, text)) return await checkIns.Take(checkIn, text, wasText: false, turn, stop);
        return (await join.Handle(problem, turn.By, stop)).Match(found => Reply.Card(AnswerCard.For(found, turn.Say)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>Passes the problem to the network's contact point: the same card as for a person.</summary>
[Verb("problem/pass-on")]
public sealed class PassOnRoute(DraftIntroduction draft, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await draft.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            asked => Reply.Card(DraftCard.For(asked, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

[Verb("problem/edit")]
public sealed class EditProblemRoute(ShowAnswer show, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            found => Reply.Card(EditCard.For(found.Problem, turn.Say)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

[Verb("problem/save")]
public sealed class SaveProblemRoute(EditProblem edit, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var problem = data.Id<ProblemId>("problem");
        var text = turn.Kept(data.Text("text"));
        if (text.Length == 0) return Reply.Text(turn.Say["Problems.EditError"]);
        return (await edit.Handle(problem, turn.By, text, stop)).Match(found => Reply.Card(AnswerCard.For(found, turn.Say)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

[Verb("problem/solved")]
public sealed class SolveProblemRoute(SolveProblem solve, ListProblems list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await solve.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(solved => Reply.Card(SolvedCard.For(solved, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyProblemsCard.For(await list.Handle(turn.By, stop), turn.Reading));
}

/// <summary>The way back to what somebody asked.</summary>
[Verb("problem/list")]
public sealed class ListProblemsRoute(ListProblems list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => turn.Scope == Scope.Personal
        ? Reply.Card(MyProblemsCard.For(await list.Handle(turn.By, stop), turn.Reading))
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

[Verb("problem/withdraw")]
public sealed class WithdrawProblemRoute(WithdrawProblem withdraw, ListProblems list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await withdraw.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyProblemsCard.For(await list.Handle(turn.By, stop), turn.Reading));
}

/// <summary>The owner lets an organiser look for somebody by hand.</summary>
[Verb("problem/ask-organiser")]
public sealed class AskOrganiserRoute(AskOrganiser ask, ListProblems list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await ask.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyProblemsCard.For(await list.Handle(turn.By, stop), turn.Reading));
}

public sealed class MyProblemsCommand(ListProblems list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal
            ? Reply.Card(MyProblemsCard.For(await list.Handle(turn.By, stop), turn.Reading))
            : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}
