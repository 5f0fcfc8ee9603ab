using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Cases.Reuses;

[Verb("case/helped")]
public sealed class HelpedRoute(MarkHelped helped, OpenCaseRoute card) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await helped.Handle(data.Id<CaseId>("case"), turn.By, helped: true, stop) is { } refusal
            ? Reply.Refused(refusal)
            : await card.Again(data, turn, turn.Say["Reading.HelpedThanks"], stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => card.Again(data, turn, null, stop);
}

/// <summary>A like of a message that shows a case is the same as pressing "this helped me".</summary>
public sealed class LikeRoute(MarkHelped helped) : IReactionRoute
{
    public Task Reacted(string activity, bool likes, Turn turn, CancellationToken stop) => helped.Liked(activity, turn.By, likes, stop);
}

[Verb("case/reuse")]
public sealed class ReuseRoute(OpenCase open, OpenCaseRoute card) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        return (await open.Handle(@case, turn.By, stop, again: true)).Match(
            opened => opened.IsOwn ? Reply.Refused(ReuseRefusals.OwnCase) : Reply.Card(ReuseForm.For(CaseWay.Of(data).Data(@case), opened.OwnReuse, turn.Say)),
            Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => card.Again(data, turn, null, stop);
}

[Verb("case/reuse-save")]
public sealed class SaveReuseRoute(RecordReuse record, OpenCaseRoute card) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.Word<ReuseKind>("kind") is not { } kind || data.Word<ReuseStatus>("status") is not { } status) return Reply.Text(turn.Say["Words.ChooseOne"]);
        var told = await record.Handle(data.Id<CaseId>("case"), turn.By, kind, status, stop);
        return told.Refusal is { } refusal ? Reply.Refused(refusal) : await card.Again(data, turn, turn.Say["Reading.ReuseSaved"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => card.Again(data, turn, null, stop);
}

public sealed class ReusedRenderer(ShowReuse show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await show.Handle(EntityId.From<ReuseId>(notice.Subject), notice.RecipientId, stop)).Match(
            told => told.Reuse.Status == ReuseStatus.Dropped ? null! : new NoticeMessage(ReusedCard.For(told, reading.Say), reading.Say["Reading.NewsSummary"]), _ => null!);
}
