using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>"my cases".</summary>
public sealed class MineCommand(CasePages pages) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => pages.Mine(turn, stop);
}

[Verb("mine/show")]
public sealed class MineRoute(CasePages pages) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => pages.Mine(turn, stop, Paging.Of(data));

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);
}

/// <summary>A press on one's own cases; a repeat, or a case that is no longer one's own, shows the list.</summary>
public abstract class OwnRoute(CasePages pages) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await Act(data, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => pages.Mine(turn, stop);

    protected abstract Task<Reply> Act(PressData data, Turn turn, CancellationToken stop);
}

[Verb("mine/draft")]
public sealed class DraftMenuRoute(ShowCaseDraft show, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<CaseDraftId>("draft"), turn.By, stop)).Match(view => Reply.Card(DraftMenuCard.For(view.Draft, turn.Reading, view.IsOwn)), Reply.Refused);
}

[Verb("mine/delete-ask")]
public sealed class AskDeleteDraftRoute(ShowCaseDraft show, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<CaseDraftId>("draft"), turn.By, stop)).Match(view => Reply.Card(DraftMenuCard.Delete(view.Draft, turn.Say)), Reply.Refused);
}

[Verb("mine/delete")]
public sealed class DeleteDraftRoute(DiscardCaseDraft discard, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await discard.Handle(data.Id<CaseDraftId>("draft"), turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);
}

[Verb("mine/case")]
public sealed class OwnCaseRoute(OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await own.Show(data.Id<CaseId>("case"), turn.By, stop)).Match(one => Reply.Card(OwnCaseCard.For(one, turn.Reading)), Reply.Refused);
}

[Verb("mine/withdraw-ask")]
public sealed class AskWithdrawRoute(OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await own.Show(data.Id<CaseId>("case"), turn.By, stop)).Match(one => Reply.Card(OwnCaseCard.Withdraw(one, turn.Say)), Reply.Refused);
}

[Verb("mine/withdraw")]
public sealed class WithdrawRoute(WithdrawCase withdraw, OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        if (await withdraw.Handle(@case, turn.By, stop) is { } refusal) return Reply.Refused(refusal);
        return (await own.Show(@case, turn.By, stop)).Match(one => Reply.Card(OwnCaseCard.For(one, turn.Reading)), Reply.Refused);
    }
}

[Verb("mine/history")]
public sealed class HistoryRoute(OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        return (await own.History(@case, turn.By, stop)).Match(versions => Reply.Card(HistoryCard.For(@case, versions, turn.Reading, Paging.Of(data))), Reply.Refused);
    }
}

[Verb("mine/version")]
public sealed class VersionRoute(OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var (@case, number) = (data.Id<CaseId>("case"), data.Number("number"));
        return (await own.History(@case, turn.By, stop)).Match(
            versions => versions.FirstOrDefault(version => version.Number == number) is { } version ? Reply.Card(HistoryCard.One(@case, version, turn.Reading, Paging.Of(data))) : Reply.Refused(Refusal.NotFound),
            Reply.Refused);
    }
}

[Verb("mine/editors")]
public sealed class EditorsRoute(OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Card(own, data.Id<CaseId>("case"), turn, null, stop);

    internal static async Task<Reply> Card(OwnCases own, CaseId @case, Turn turn, string? note, CancellationToken stop) =>
        (await own.Show(@case, turn.By, stop)).Match(one => Reply.Card(EditorsCard.For(one, turn.By, turn.Say, note)), Reply.Refused);
}

[Verb("mine/invite")]
public sealed class InviteRoute(CoEditors editors, OwnCases own) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var @case = data.Id<CaseId>("case");
        return await editors.Invite(@case, turn.By, data.Text("email"), stop) is { } refusal
            ? Reply.Refused(refusal)
            : await EditorsRoute.Card(own, @case, turn, turn.Say["Sharing.InviteSent"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => EditorsRoute.Card(own, data.Id<CaseId>("case"), turn, null, stop);
}

[Verb("mine/remove")]
public sealed class RemoveEditorRoute(CoEditors editors, OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        var shown = await own.Show(@case, turn.By, stop);
        if (shown.Refusal is { } refusal) return Reply.Refused(refusal);
        if (shown.Value.Editors.ElementAtOrDefault((data.Number("editor") ?? 0) - 1) is not { } editor) return Reply.Refused(Refusal.NotFound);
        if (await editors.Remove(@case, turn.By, editor.Member, stop) is { } refused) return Reply.Refused(refused);
        return shown.Value.IsAuthor ? await EditorsRoute.Card(own, @case, turn, null, stop) : await Show(data, turn, stop);
    }
}

/// <summary>Questions that nobody answered yet; how many there were is not told.</summary>
[Verb("mine/take-back")]
public sealed class TakeBackQuestionsRoute(CoEditors editors, OwnCases own, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        return await editors.TakeBack(@case, turn.By, stop) is { } refusal ? Reply.Refused(refusal) : await EditorsRoute.Card(own, @case, turn, null, stop);
    }
}

[Verb("editor/show")]
public sealed class EditorAskedRoute(CoEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await editors.Show(data.Id<CaseId>("case"), turn.By, stop)).Match(asked => Reply.Card(EditorAskedCard.For(asked, turn.Say)), Reply.Refused);
}

[Verb("editor/answer")]
public sealed class EditorAnswerRoute(CoEditors editors, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var yes = data.Flag("yes");
        return (await editors.Answer(data.Id<CaseId>("case"), turn.By, yes, stop)).Match(
            asked => yes ? Reply.Card(EditorAskedCard.For(asked, turn.Say)) : Reply.Card(HouseStyle.Card(turn.Language.Code, turn.Say["Sharing.EditorDeclined"], [])), Reply.Refused);
    }
}

[Verb("partner/show")]
public sealed class PartnerAskedRoute(AnswerPartner answer, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Show(data.Id<CasePartnerId>("partner"), turn.By, stop)).Match(asked => Reply.Card(PartnerAskedCard.For(asked, turn.Say)), Reply.Refused);
}

[Verb("partner/answer")]
public sealed class PartnerAnswerRoute(AnswerPartner answer, CasePages pages) : OwnRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Handle(data.Id<CasePartnerId>("partner"), turn.By, data.Flag("yes"), stop)).Match(asked => Reply.Card(PartnerAskedCard.For(asked, turn.Say)), Reply.Refused);
}

public sealed class PartnerRenderer(AnswerPartner answer) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await answer.Show(EntityId.From<CasePartnerId>(notice.Subject), notice.RecipientId, stop)).Match(
            asked => new NoticeMessage(PartnerAskedCard.For(asked, reading.Say), reading.Say["Sharing.PartnerAskedSummary"]), _ => null!);
}

public sealed class PartnerDeclinedRenderer(AnswerPartner answer) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await answer.Declined(EntityId.From<CasePartnerId>(notice.Subject), notice.RecipientId, stop)).Match(
            asked => new NoticeMessage(PartnerDeclinedCard.For(asked, reading.Say), reading.Say["Sharing.PartnerDeclinedSummary"]), _ => null!);
}

public sealed class EditorRenderer(CoEditors editors) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await editors.Show(EntityId.From<CaseId>(notice.Subject), notice.RecipientId, stop)).Match(
            asked => new NoticeMessage(EditorAskedCard.For(asked, reading.Say), reading.Say["Sharing.EditorAskedSummary"]), _ => null!);
}
