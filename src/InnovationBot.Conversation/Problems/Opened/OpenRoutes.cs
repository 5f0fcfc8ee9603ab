using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Conversation.Problems.Opened;

/// <summary>The owner's own problems, as the way back.</summary>
[Verb("problem/mine")]
public sealed class MyProblemsRoute(ListProblems list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyProblemsCard.For(await list.Handle(turn.By, stop), turn.Reading));

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

[Verb("problem/open-form")]
public sealed class OpenFormRoute(ShowOpenProblem show, MyProblemsRoute mine) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Own(data.Id<ProblemId>("problem"), turn.By, stop)).Match(own => Reply.Card(OpenForm.For(own, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => mine.Run(data, turn, stop);
}

[Verb("problem/open-save")]
public sealed class OpenSaveRoute(OpenProblem open, MyProblemsRoute mine) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.Word<Readers>("readers") is not { } readers) return Reply.Text(turn.Say["Words.ChooseOne"]);
        var text = turn.Kept(data.Text("text"));
        if (text.Length == 0 && readers != Readers.Private) return Reply.Text(turn.Say["Opened.FormTextError"]);
        var opened = await open.Handle(new OpenProblem.Request(data.Id<ProblemId>("problem"), turn.By, readers, text, data.Flag("named")), stop);
        return opened.Refusal is { } refusal ? Reply.Refused(refusal) : await mine.Run(data, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => mine.Run(data, turn, stop);
}

/// <summary>"open problems": what others opened to the sender.</summary>
public sealed class OpenProblemsCommand(OpenListRoute list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal
            ? await list.Page(new OpenProblemView(OpenProblemFilter.None, 1), turn, stop)
            : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}

[Verb("open-problem/list")]
public sealed class OpenListRoute(ListOpenProblems list, ITasks tasks) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Page(OpenProblemView.Of(data), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Page(OpenProblemView view, Turn turn, CancellationToken stop) =>
        Reply.Card(OpenProblemsCard.For(await list.Handle(turn.By, view.Filter, view.Page, stop), tasks, turn.Reading));
}

/// <summary>Shows what the fields of the card's filter leave.</summary>
[Verb("open-problem/filter")]
public sealed class OpenFilterRoute(OpenListRoute list) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => list.Page(OpenProblemView.OfFields(data), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

[Verb("open-problem/show")]
public sealed class ShowOpenRoute(ShowOpenProblem show, ITasks tasks, OpenListRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            open => Reply.Card(OpenProblemCard.For(open, tasks, Back(data), turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Run(data, turn, stop);

    internal static CardData Back(PressData data)
    {
        var view = OpenProblemView.Of(data);
        return OpenProblemsCard.View(view.Filter, view.Page);
    }
}

[Verb("open-problem/help")]
public sealed class HelpFormRoute(ShowOpenProblem show, OpenListRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            open => Reply.Card(HelpForm.For(open, ShowOpenRoute.Back(data), turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Run(data, turn, stop);
}

[Verb("open-problem/offer")]
public sealed class OfferRoute(OfferHelp offer, ShowOpenProblem show, OpenListRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var text = turn.Kept(data.Text("offer"));
        if (text.Length == 0) return Reply.Text(turn.Say["Opened.HelpError"]);
        var sent = await offer.Handle(data.Id<ProblemId>("problem"), turn.By, text, turn.Language, stop);
        if (sent.Refusal is { } refusal) return Reply.Refused(refusal);
        return (await show.Offer(sent.Value.Id, turn.By, stop)).Match(shown => Reply.Card(HelpOfferCard.For(shown, turn.Reading)), Reply.Refused);
    }

    /// <summary>The same form again, with what was written in it.</summary>
    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<ProblemId>("problem") is { } problem && (await show.Handle(problem, turn.By, stop)) is { Refusal: null, Value: { Own: null or { State: HelpOfferState.Withdrawn } } open }
            ? Reply.Card(HelpForm.For(open, ShowOpenRoute.Back(data), turn.Reading, data.Text("offer")))
            : await list.Run(data, turn, stop);
}
