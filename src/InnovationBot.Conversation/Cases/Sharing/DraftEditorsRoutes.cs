using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>Who writes a draft with its author.</summary>
public static class DraftEditorsCard
{
    public static AdaptiveCard For(DraftTogether together, MemberId reader, Say say, string? note = null)
    {
        CardData data = ("draft", together.Draft.Id.ToString());
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        body.Add(new TextBlock(Markdown.Escape(MineCard.TitleOf(together.Draft, say))) { Weight = TextWeight.Bolder });
        body.Add(HouseStyle.Paragraph(say.Markdown("Sharing.DraftEditorsText")));
        foreach (var (position, editor) in together.Editors.Index())
        {
            if (editor.Name is not { } name) continue; // as on the card of a case
            body.Add(HouseStyle.Lines(name).First());
            if (together.IsAuthor || editor.Member == reader)
                body.Add(HouseStyle.Button(say[together.IsAuthor ? "Sharing.RemoveEditor" : "Sharing.LeaveEditing"], "draft-editor/remove", data.With("editor", CaseFieldWords.Number(position))));
        }

        if (together.IsAuthor)
        {
            body.Add(new TextInput { Id = "email", Label = say["Sharing.EditorEmail"], ErrorMessage = say.FieldMissing(say["Sharing.EditorEmail"]), MaxLength = CaseRules.LongestName, Style = TextInputStyle.Email });
            body.Add(HouseStyle.StrongButton(say["Sharing.Invite"], "draft-editor/invite", data));
            body.Add(HouseStyle.Button(MineCard.Open(say["Sharing.TakeBackQuestions"], "draft-editor/take-back", data)));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "mine/draft", data));
        return HouseStyle.Card(say.Language.Code, say["Sharing.EditorsHeading"], body);
    }
}

/// <summary>Somebody is asked to write a draft with its author; before their yes they see its title alone.</summary>
public static class DraftEditorAskedCard
{
    public static AdaptiveCard For(DraftInvitation invitation, Reading reading)
    {
        var say = reading.Say;
        CardData data = ("draft", invitation.Draft.ToString());
        var title = invitation.Title.Length > 0 ? invitation.Title : say["Sharing.Untitled"];
        return invitation.Accepted
            ? HouseStyle.Card(say.Language.Code, say["Sharing.EditorAccepted"],
            [
                new TextBlock(Markdown.Escape(title)) { Weight = TextWeight.Bolder },
                HouseStyle.Button(ShareCard.Strong(reading.Form(say["Sharing.GoOn"], "share/open", data))),
            ])
            : HouseStyle.Card(say.Language.Code, say["Sharing.DraftEditorAskedHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Sharing.DraftEditorAskedText", ("author", invitation.Author ?? say["Sharing.EditorSomebody"]), ("title", title))),
                HouseStyle.StrongButton(say["Sharing.EditorYes"], "draft-editor/answer", data.With("yes", "true")),
                HouseStyle.Button(say["Sharing.EditorNo"], "draft-editor/answer", data.With("yes", "false")),
            ]);
    }
}

[Verb("draft-editor/list")]
public sealed class DraftEditorsRoute(DraftEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Card(editors, data.Id<CaseDraftId>("draft"), turn, null, stop);

    internal static async Task<Reply> Card(DraftEditors editors, CaseDraftId draft, Turn turn, string? note, CancellationToken stop) =>
        (await editors.Show(draft, turn.By, stop)).Match(together => Reply.Card(DraftEditorsCard.For(together, turn.By, turn.Say, note)), Reply.Refused);
}

[Verb("draft-editor/invite")]
public sealed class InviteToDraftRoute(DraftEditors editors) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var draft = data.Id<CaseDraftId>("draft");
        return await editors.Invite(draft, turn.By, data.Text("email"), stop) is { } refusal
            ? Reply.Refused(refusal) : await DraftEditorsRoute.Card(editors, draft, turn, turn.Say["Sharing.InviteSent"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => DraftEditorsRoute.Card(editors, data.Id<CaseDraftId>("draft"), turn, null, stop);
}

[Verb("draft-editor/remove")]
public sealed class RemoveDraftEditorRoute(DraftEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var draft = data.Id<CaseDraftId>("draft");
        var shown = await editors.Show(draft, turn.By, stop);
        if (shown.Refusal is { } refusal) return Reply.Refused(refusal);
        if (shown.Value.Editors.ElementAtOrDefault((data.Number("editor") ?? 0) - 1) is not { } editor) return Reply.Refused(Refusal.NotFound);
        if (await editors.Remove(draft, turn.By, editor.Member, stop) is { } refused) return Reply.Refused(refused);
        return shown.Value.IsAuthor ? await DraftEditorsRoute.Card(editors, draft, turn, null, stop) : await Show(data, turn, stop);
    }
}

/// <inheritdoc cref="TakeBackQuestionsRoute"/>
[Verb("draft-editor/take-back")]
public sealed class TakeBackDraftQuestionsRoute(DraftEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var draft = data.Id<CaseDraftId>("draft");
        return await editors.TakeBack(draft, turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await DraftEditorsRoute.Card(editors, draft, turn, null, stop);
    }
}

[Verb("draft-editor/show")]
public sealed class DraftEditorAskedRoute(DraftEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await editors.Asked(data.Id<CaseDraftId>("draft"), turn.By, stop)).Match(asked => Reply.Card(DraftEditorAskedCard.For(asked, turn.Reading)), Reply.Refused);
}

[Verb("draft-editor/answer")]
public sealed class DraftEditorAnswerRoute(DraftEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var yes = data.Flag("yes");
        return (await editors.Answer(data.Id<CaseDraftId>("draft"), turn.By, yes, stop)).Match(
            asked => Reply.Card(yes ? DraftEditorAskedCard.For(asked, turn.Reading) : HouseStyle.Card(turn.Language.Code, turn.Say["Sharing.EditorDeclined"], [])), Reply.Refused);
    }
}

public sealed class DraftEditorRenderer(DraftEditors editors) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await editors.Asked(EntityId.From<CaseDraftId>(notice.Subject), notice.RecipientId, stop)).Match(
            asked => new NoticeMessage(DraftEditorAskedCard.For(asked, reading), reading.Say["Sharing.EditorAskedSummary"]), _ => null!);
}
