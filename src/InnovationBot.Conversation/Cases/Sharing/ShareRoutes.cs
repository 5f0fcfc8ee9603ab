using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>"share a case": a new one, or one of those begun.</summary>
public sealed class ShareCommand(OwnCases own) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => turn.Scope == Scope.Personal
        ? Reply.Card(ShareCard.For(await own.List(turn.By, stop), turn.Reading))
        : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}

/// <summary>Draws a draft at one of its steps, wherever it is asked for.</summary>
public sealed class CasePages(ShowCaseDraft show, OwnCases own)
{
    /// <summary>The form, or the preview.</summary>
    /// <param name="step">None: where the draft was left.</param>
    public async Task<Reply> At(CaseDraftId draft, DraftStep? step, Turn turn, CancellationToken stop, string? note = null) =>
        (await show.Handle(draft, turn.By, stop)).Match(view => Page(view, step ?? view.Draft.Step, turn, note), Reply.Refused);

    /// <summary>The step again, with what was typed, why it was not stored, and what somebody else stored meanwhile.</summary>
    public async Task<Reply> Again(SavedDraft saved, DraftStep step, Turn turn, CancellationToken stop) => (await show.Handle(saved.Draft.Id, turn.By, stop)).Match(
        view => Reply.Card(CaseForm.For(view, step, turn.Reading, saved), turn.Say["Sharing.DialogTitle"]), Reply.Refused);

    /// <summary>What is now true of a press on a draft: the draft, or once it is gone the person's cases.</summary>
    public async Task<Reply> Now(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<CaseDraftId>("draft") is { } draft && await At(draft, null, turn, stop) is Reply.CardReply page ? page : await Mine(turn, stop);

    /// <param name="page">Of a long list, from 1.</param>
    public async Task<Reply> Mine(Turn turn, CancellationToken stop, int page = 1) =>
        turn.Scope == Scope.Personal ? Reply.Card(MineCard.For(await own.List(turn.By, stop), turn.Reading, page)) : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);

    private static Reply Page(DraftView view, DraftStep step, Turn turn, string? note) => Reply.Card(
        step == DraftStep.Preview ? PreviewCard.For(view, turn.Reading, note) : CaseForm.For(view, step, turn.Reading), turn.Say["Sharing.DialogTitle"]);
}

/// <summary>A press of the form; only in one's own chat, and a repeat shows the draft as it is.</summary>
public abstract class DraftRoute(CasePages pages) : IVerbRoute
{
    protected CasePages Pages { get; } = pages;

    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await Act(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Pages.Now(data, turn, stop);

    protected abstract Task<Reply> Act(PressData data, Turn turn, CancellationToken stop);

    /// <summary>A draft out of what its author told before; a model, where there is one, proposes a first wording beside it.</summary>
    protected Task<Reply> Begun(Result<CaseDraft> draft, Turn turn, CancellationToken stop)
    {
        if (draft.Refusal is null)
        {
            var content = draft.Value.Content;
            var told = new[] { content.Problem, content.WhatWasDone, content.Result, content.Lesson }.Where(part => !string.IsNullOrWhiteSpace(part));
            turn.Phrase = new Phrasing.PhrasingRequest(Phrasing.PhrasingKind.CaseDraft, string.Join('\n', told), turn.Language);
        }

        return Opened(draft, turn, stop);
    }

    protected async Task<Reply> Opened(Result<CaseDraft> draft, Turn turn, CancellationToken stop) =>
        draft.Refusal is { } refusal ? Reply.Refused(refusal) : await Pages.At(draft.Value.Id, null, turn, stop);
}

[Verb("share/new")]
public sealed class NewCaseRoute(StartCaseDraft start, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Opened(await start.New(turn.By, stop), turn, stop);
}

/// <summary>From a problem that is solved.</summary>
[Verb("share/problem")]
public sealed class ShareProblemRoute(StartCaseDraft start, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Begun(await start.FromProblem(data.Id<ProblemId>("problem"), turn.By, stop), turn, stop);
}

/// <summary>Changes to a case that stands.</summary>
[Verb("share/edit")]
public sealed class EditCaseRoute(StartCaseDraft start, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => await Opened(await start.Edit(data.Id<CaseId>("case"), turn.By, stop), turn, stop);
}

/// <summary>Goes on where the draft was left.</summary>
[Verb("share/open")]
public sealed class OpenDraftRoute(CasePages pages) : DraftRoute(pages)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Pages.At(data.Id<CaseDraftId>("draft"), null, turn, stop);
}

/// <summary>Goes to one step; nothing is saved.</summary>
[Verb("share/step")]
public sealed class StepRoute(CasePages pages) : DraftRoute(pages)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        Pages.At(data.Id<CaseDraftId>("draft"), data.Word<DraftStep>("step") ?? throw new BadInputException("step"), turn, stop);
}

/// <summary>Keeps what a step holds and goes on, back, or on the same step with a row more.</summary>
[Verb("share/save")]
public sealed class SaveStepRoute(SaveCaseDraft save, ILanguageDetector detector, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var draft = data.Id<CaseDraftId>("draft");
        if (data.Word<DraftStep>("step") is not { } step || step == DraftStep.Preview) throw new BadInputException("step");
        var go = data.Text("go", 8);
        var next = go switch { "back" => step == DraftStep.Problem ? step : step - 1, "row" => step, "preview" => DraftStep.Preview, _ => step + 1 };
        var saved = await save.Handle(new(draft, turn.By, step, Typed, next, go == "mask" ? turn.Say["Sharing.MaskWord"] : null, data.Has("saw") ? data.Text("saw", 200) : null)
        {
            Unread = new CaseFormInput(data, step, new CaseContent()).Unread(),
        }, stop);
        if (saved.Refusal is { } refusal) return Reply.Refused(refusal);
        return (saved.Value.Faults.Count > 0 && go != "back") || saved.Value.ChangedByOthers.Count > 0 ? await Pages.Again(saved.Value, step, turn, stop) : await Pages.At(draft, next, turn, stop);

        CaseContent Typed(CaseContent kept)
        {
            var typed = new CaseFormInput(data, step, kept).Read();
            if (step != DraftStep.Problem || (kept.Language is not null && typed.Title == kept.Title && typed.Problem == kept.Problem)) return typed;
            return typed with { Language = detector.Detect($"{typed.Title}\n{typed.Problem}") ?? kept.Language ?? turn.Language };
        }
    }
}

[Verb("share/publish")]
public sealed class PublishRoute(PublishCase publish, ChooseBetweenChanges choose, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var draft = data.Id<CaseDraftId>("draft");
        var result = await publish.Handle(draft, turn.By, data.Flag("seen"), data.Number("version"), stop);
        if (result.Refusal is { } refusal) return Reply.Refused(refusal);
        var title = turn.Say["Sharing.DialogTitle"];
        return result.Value switch
        {
            PublishOutcome.Published done => Reply.Finished(PublishedCard.For(done.Case, turn.Reading, done.JoinsToBeAsked), turn.Say["Sharing.PublishedHeading"]),
            PublishOutcome.Similar similar => Reply.Card(SimilarCard.For(similar.Draft, similar.Cases, turn.Say), title),
            PublishOutcome.Rewritten => await Pages.At(draft, DraftStep.Preview, turn, stop, turn.Say["Sharing.PreviewRewritten"]),
            PublishOutcome.Newer => (await choose.Show(draft, turn.By, stop)).Match(
                shown => Reply.Card(NewerCard.For(shown.Draft, shown.Merge, shown.Edition, turn.Say), title), Reply.Refused),
            _ => await Pages.At(draft, DraftStep.Preview, turn, stop),
        };
    }
}

/// <summary>Reads a case that may be the same, before publishing.</summary>
[Verb("share/similar")]
public sealed class ReadSimilarRoute(OpenCase open, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => (await open.Handle(data.Id<CaseId>("case"), turn.By, stop)).Match(
        opened => Reply.Card(SimilarCard.Read(opened, data.Id<CaseDraftId>("draft"), turn.Say), turn.Say["Sharing.DialogTitle"]), Reply.Refused);
}

/// <summary>The second of two who changed a case at once has chosen.</summary>
[Verb("share/choose")]
public sealed class ChooseRoute(ChooseBetweenChanges choose, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var draft = data.Id<CaseDraftId>("draft");
        List<CaseField> theirs = [.. Enum.GetValues<CaseField>().Where(field => data.Text(NewerCard.InputOf(field), 8) == "theirs")];
        var chosen = await choose.Handle(draft, turn.By, data.Number("edition") ?? throw new BadInputException("edition"), theirs, stop);
        return chosen.Refusal is { } refusal ? Reply.Refused(refusal) : await Pages.At(draft, DraftStep.Preview, turn, stop);
    }
}
