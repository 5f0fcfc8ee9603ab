using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Problems.Opened;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;

namespace InnovationBot.Conversation.Problems.Desk;

/// <summary>"desk": what lies at the sender's desks.</summary>
public sealed class DeskCommand(DeskListRoute list) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal ? list.Page(1, turn, stop) : Task.FromResult(Reply.Text(turn.Say["Routing.OnlyInOwnChat"]));
}

/// <summary>"ask contact point": straight to the desk, with the text that follows or a form for it.</summary>
public sealed class AskDeskCommand(AskDeskRoute ask) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Task.FromResult(Reply.Text(turn.Say["Routing.OnlyInOwnChat"]))
        : argument.Length == 0 ? Task.FromResult(Reply.Card(AskDeskForm.For(turn.Reading)))
        : ask.Ask(argument, turn, stop);
}

[Verb("desk/ask")]
public sealed class AskDeskRoute(AskNetwork ask, DraftIntroduction draft) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Kept(data.Text("text")) is { Length: > 0 } text ? Ask(text, turn, stop) : Task.FromResult(Reply.Text(turn.Say["Problems.EditError"]));

    internal async Task<Reply> Ask(string text, Turn turn, CancellationToken stop)
    {
        var asked = await ask.Handle(new AskNetwork.Request(turn.By, text, turn.Language, null), stop);
        return asked.Refusal is { } refusal
            ? Reply.Refused(refusal)
            : (await draft.Handle(asked.Value.Problem.Id, turn.By, stop)).Match(found => Reply.Card(DraftCard.For(found, turn.Reading)), Reply.Refused);
    }
}

[Verb("desk/list")]
public sealed class DeskListRoute(ListDesk list) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Page(data.Number("page") ?? 1, turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Run(data, turn, stop);

    internal async Task<Reply> Page(int page, Turn turn, CancellationToken stop) =>
        (await list.Handle(turn.By, page, stop)).Match(found => Reply.Card(DeskListCard.For(found, turn.Reading)), _ => Reply.Text(turn.Say["Desk.NotAtDesk"]));
}

/// <summary>A press about one item: afterwards it is shown as it is then, also to whoever pressed too late.</summary>
public abstract class DeskRoute(ListDesk list) : IVerbRoute
{
    public abstract Task<Reply> Run(PressData data, Turn turn, CancellationToken stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<DeskItemId>("item") is { } id
            ? (await list.Show(id, turn.By, stop)).Match(shown => Reply.Card(DeskItemCard.For(shown, turn.Reading)), _ => Reply.Nothing)
            : Reply.Nothing;

    protected static DeskItemId Of(PressData data) => data.Id<DeskItemId>("item");

    protected Task<Result<DeskItemShown>> Shown(PressData data, Turn turn, CancellationToken stop) => list.Show(Of(data), turn.By, stop);

    protected async Task<Reply> Draw(Result<DeskItem> result, Turn turn, CancellationToken stop)
    {
        if (result.Refusal is { } refusal) return Reply.Refused(refusal);
        var shown = await list.Show(result.Value.Id, turn.By, stop);
        if (shown.Refusal is null) return Reply.Card(DeskItemCard.For(shown.Value, turn.Reading));
        return (await list.Handle(turn.By, 1, stop)).Match(page => Reply.Card(DeskListCard.For(page, turn.Reading)), Reply.Refused); // handed on to where this person does not sit
    }
}

[Verb("desk/show")]
public sealed class ShowDeskRoute(ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await Shown(data, turn, stop)).Match(shown => Reply.Card(DeskItemCard.For(shown, turn.Reading)), Reply.Refused);
}

[Verb("desk/claim")]
public sealed class ClaimDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.Claim(Of(data), turn.By, stop), turn, stop);
}

[Verb("desk/give-back")]
public sealed class GiveBackDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.GiveBack(Of(data), turn.By, stop), turn, stop);
}

[Verb("desk/close")]
public sealed class CloseDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.Close(Of(data), turn.By, stop), turn, stop);
}

[Verb("desk/introduce")]
public sealed class IntroduceDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.Introduce(Of(data), turn.By, stop), turn, stop);
}

[Verb("desk/answer-form")]
public sealed class DeskAnswerFormRoute(ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => (await Shown(data, turn, stop)).Match(
        shown => shown is { IsMine: true, Item.IsOpen: true } ? Reply.Card(DeskAnswerForm.For(shown, turn.Reading)) : Reply.Refused(shown.Item.IsOpen ? DeskRefusals.ClaimFirst : Refusal.NoLongerOpen),
        Reply.Refused);
}

[Verb("desk/answer")]
public sealed class DeskAnswerRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Kept(data.Text("answer")) is { Length: > 0 } text ? await Draw(await work.Answer(Of(data), turn.By, text, stop), turn, stop) : Reply.Text(turn.Say["Desk.AnswerError"]);
}

[Verb("desk/hand-on")]
public sealed class HandOnRoute(ListDesk list) : DeskRoute(list)
{
    private readonly ListDesk list = list;

    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await list.Choices(Of(data), turn.By, stop)).Match(choices => Reply.Card(HandOnCard.For(choices, turn.Reading)), Reply.Refused);
}

[Verb("desk/hand-on-desk")]
public sealed class HandOnDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var country = data.Text("country", 2);
        var place = new DeskPlace(data.IdOrNone<OrganisationId>("organisation"), country.Length == 2 ? country : null);
        return await Draw(await work.HandOn(Of(data), turn.By, place, stop), turn, stop);
    }
}

[Verb("desk/hand-on-person")]
public sealed class HandOnPersonRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await Draw(await work.HandTo(Of(data), turn.By, data.Id<MemberId>("person"), stop), turn, stop);
}

[Verb("desk/helped")]
public sealed class DeskHelpedRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.CloseOwn(Of(data), turn.By, DeskItemEnd.Helped, stop), turn, stop);
}

[Verb("desk/take-back")]
public sealed class TakeBackDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.CloseOwn(Of(data), turn.By, DeskItemEnd.TakenBack, stop), turn, stop);
}

[Verb("desk/need-more")]
public sealed class NeedMoreDeskRoute(WorkDeskItem work, ListDesk list) : DeskRoute(list)
{
    public override async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => await Draw(await work.AskOn(Of(data), turn.By, stop), turn, stop);
}

/// <summary>An item to the desk, to organisers, to whom it was handed; its answer to the owner.</summary>
public sealed class DeskRenderer(ListDesk list) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await list.Show(EntityId.From<DeskItemId>(notice.Subject), notice.RecipientId, stop);
        if (found.Refusal is not null) return notice.Edits is null ? null : new NoticeMessage(Gone(reading), reading.Say["Desk.Summary"]);
        var shown = found.Value;
        if (notice.Edits is null && !IsStillWorthSaying(notice.Kind, shown)) return null;

        var heading = (notice.Kind, shown.Item.IsOpen) switch
        {
            (DeskNotices.Escalated, true) => reading.Say["Desk.EscalatedHeading"],
            (DeskNotices.Given, true) => reading.Say["Desk.GivenHeading"],
            _ => null,
        };
        return new NoticeMessage(DeskItemCard.For(shown, reading, heading), reading.Say[notice.Kind == DeskNotices.Told ? "Desk.ToldSummary" : "Desk.Summary"], Alert: notice.Edits is null);
    }

    private static bool IsStillWorthSaying(string kind, DeskItemShown shown) => kind switch
    {
        DeskNotices.Waiting or DeskNotices.Escalated => shown.Item.State == DeskItemState.Waiting,
        DeskNotices.Given => shown is { IsMine: true, Item.IsOpen: true },
        _ => shown.Item.State is DeskItemState.Answered or DeskItemState.Closed,
    };

    private static Cards.AdaptiveCard Gone(Reading reading) => Cards.HouseStyle.Card(
        reading.Say.Language.Code, reading.Say["Desk.ClosedHeading"], [Cards.HouseStyle.Paragraph(reading.Say["Desk.Gone"])]);
}
