using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>One step of the form: what is asked, what is written so far, what is wrong with it, on and back.</summary>
public static class CaseForm
{
    /// <summary>All but the preview.</summary>
    public const int Steps = (int)DraftStep.Preview;

    public static CardData Data(CaseDraftId draft, DraftStep step) => CardData.Of(("draft", draft.ToString()), ("step", Vocabulary.Write(step)));

    /// <param name="view">The draft as it is stored.</param>
    /// <param name="step">Any but the preview.</param>
    /// <param name="reading">For whom.</param>
    /// <param name="saved">What was typed and not stored, and why; the fields hold that.</param>
    public static AdaptiveCard For(DraftView view, DraftStep step, Reading reading, SavedDraft? saved = null)
    {
        var say = reading.Say;
        var data = Data(view.Draft.Id, step).With("saw", StepSeen.Of(view.Draft.Content, step));
        var body = new List<CardElement> { HouseStyle.Subtle(say["Sharing.Step", ("step", (int)step + 1), ("steps", Steps)]) with { Spacing = Spacing.None } };
        if (view.IsOlder) body.Add(HouseStyle.Subtle(say["Sharing.Older"]));
        if (saved is { ChangedByOthers.Count: > 0 }) body.Add(Changed(saved.ChangedByOthers, view.Draft, step, say));
        if (saved is { Faults.Count: > 0 }) body.Add(Wrong(saved.Faults, data, say));
        body.AddRange(new CaseFormFields(saved?.Typed ?? view.Draft.Content, reading).Of(step, view.Organisation?.Name, view.IsAuthor));
        if (CaseFormFields.HasRows(step)) body.Add(HouseStyle.Button(say["Sharing.AddRow"], "share/save", data.With("go", "row")));
        body.Add(HouseStyle.StrongButton(say["Sharing.Next"], "share/save", data.With("go", "next")));
        if (view.Draft.CaseId is not null) body.Add(HouseStyle.Button(say["Sharing.ToPreview"], "share/save", data.With("go", "preview"))); // whoever changes one thing does not go through all of it
        body.Add(step == DraftStep.Problem
            ? HouseStyle.Back(say["Words.Back"], "mine/show")
            : new ActionSet { Separator = true, Spacing = Spacing.Medium, Actions = [new ExecuteAction { Title = "‹ " + say["Words.Back"], Verb = "share/save", Data = data.With("go", "back") }] });
        return HouseStyle.Card(say.Language.Code, say[$"Sharing.Step_{Vocabulary.Write(step)}"], body);
    }

    /// <summary>What somebody else wrote in the fields that this one changed too.</summary>
    private static Container Changed(IReadOnlyList<CaseField> fields, CaseDraft draft, DraftStep step, Say say) => new()
    {
        Style = ContainerStyle.Accent,
        Items =
        [
            new TextBlock(Markdown.Escape(say["Sharing.StepChanged"])) { Weight = TextWeight.Bolder },
            .. fields.Select(field => say.Labelled(say.Name(field), say["Sharing.Theirs", ("text", say.Value(field, draft.Content, Room / fields.Count))])),
            HouseStyle.Subtle(say["Sharing.StepChangedHint"]),
            HouseStyle.Button(say["Sharing.TakeTheirs"], "share/step", Data(draft.Id, step)),
        ],
    };

    /// <summary>What others wrote, all together, in characters: the fields below hold as much again.</summary>
    private const int Room = 3000;

    private static Container Wrong(IReadOnlyList<CaseFaultAt> faults, CardData data, Say say)
    {
        var items = new List<CardElement>();
        foreach (var fault in faults) items.AddRange(HouseStyle.Lines(say.Sentence(fault)));
        if (faults.Any(fault => fault.Fault == CaseFault.PersonalData))
        {
            items.Add(HouseStyle.Subtle(say["Sharing.MaskHint", ("mask", say["Sharing.MaskWord"])]));
            items.Add(HouseStyle.Button(say["Sharing.Mask"], "share/save", data.With("go", "mask")));
        }

        return new Container { Style = ContainerStyle.Accent, Items = items };
    }
}

/// <summary>How others will see the case, what is missing before they can, and the one button that lets them.</summary>
public static class PreviewCard
{
    public static AdaptiveCard For(DraftView view, Reading reading, string? note = null)
    {
        var card = Draw(view, reading, note);
        if (CardSize.Check(card.ToUtf8()) == CardFit.WithinBudget) return card;
        Shorten(view.Preview.Case);
        return Draw(view, reading, note);
    }

    /// <summary>A case that fills every field to its end is longer than a card: the preview shows the beginning of each. It is a copy for this card alone.</summary>
    private static void Shorten(Network.Cases.Case shown)
    {
        (shown.Problem, shown.WhatWasDone) = (CaseCard.Cut(shown.Problem, 900), CaseCard.Cut(shown.WhatWasDone, 900));
        (shown.Lesson, shown.EnglishLesson) = (Cut(shown.Lesson, 600), Cut(shown.EnglishLesson, 600));
        (shown.FirstNextTime, shown.WorksElsewhereWhen, shown.Result) = (Cut(shown.FirstNextTime, 300), Cut(shown.WorksElsewhereWhen, 300), Cut(shown.Result, 600));
        (shown.Affected, shown.UsersHow) = (Cut(shown.Affected, 150), Cut(shown.UsersHow, 150));
        shown.Results = [.. shown.Results.Select(row => new ResultRow(CaseCard.Cut(row.Indicator, 60), Cut(row.Before, 60), Cut(row.After, 60), Cut(row.HowMeasured, 60)))];
        shown.TakeOvers = [.. shown.TakeOvers.Take(3)];
        shown.Links = [.. shown.Links.Take(2)];

        static string? Cut(string? text, int most) => text is null ? null : CaseCard.Cut(text, most);
    }

    private static AdaptiveCard Draw(DraftView view, Reading reading, string? note)
    {
        var (say, draft) = (reading.Say, view.Draft);
        var content = draft.Content;
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        if (view.IsOlder) body.Add(HouseStyle.Subtle(say["Sharing.Older"]));
        if (view.Faults.Count > 0) body.Add(Missing(view, say));
        body.Add(HouseStyle.Subtle(Words.Showing.Join(
            say,
            say["Sharing.ReadBy", ("readers", say.Of(content.Readers))],
            content.Partners.Count > 0 ? say["Sharing.PartnersLater"] : null)));
        if (content.Language is { } language && language != Language.English && (content.EnglishTitle is null || content.EnglishLesson is null)) body.Add(HouseStyle.Subtle(say["Sharing.NoEnglish"]));
        if (content.Outcome is not null) body.Add(new Container { Separator = true, Spacing = Spacing.Medium, Items = CaseCard.For(view.Preview, say).Body });
        if (view.Faults.Count == 0 && !view.IsOwn) body.Add(HouseStyle.Subtle(say["Sharing.AuthorPublishes"]));
        else if (view.Faults.Count == 0) body.Add(HouseStyle.StrongButton(say["Sharing.Publish"], "share/publish", CardData.Of(("draft", draft.Id.ToString()), ("version", CaseFieldWords.Text(draft.Version)))));
        body.Add(HouseStyle.Button(new ShowCardAction
        {
            Title = say["Sharing.ChangeStep"],
            Body = [.. Enum.GetValues<DraftStep>().Where(step => step != DraftStep.Preview).Select(step => ToStep(view, step, say["Sharing.ChangeStep"], say))],
        }));
        body.Add(HouseStyle.Back(say["Words.Back"], "share/step", CaseForm.Data(draft.Id, DraftStep.Preview - 1)));
        return HouseStyle.Card(say.Language.Code, say["Sharing.Step_preview"], body);
    }

    private static Container Missing(DraftView view, Say say) => new()
    {
        Style = ContainerStyle.Accent,
        Items =
        [
            new TextBlock(Markdown.Escape(say["Sharing.Unready"])) { Weight = TextWeight.Bolder },
            .. view.Faults.GroupBy(fault => CaseRules.StepOf(fault.Field)).Select(step => ToStep(view, step.Key, string.Join(' ', step.Select(say.Sentence)), say)),
        ],
    };

    private static ColumnSet ToStep(DraftView view, DraftStep step, string line, Say say)
    {
        var heading = say[$"Sharing.Step_{Vocabulary.Write(step)}"];
        return HouseStyle.RowLink(
            heading, line,
            new ExecuteAction { Title = heading, Verb = "share/step", Data = CaseForm.Data(view.Draft.Id, step), AssociatedInputs = AssociatedInputs.None });
    }
}
