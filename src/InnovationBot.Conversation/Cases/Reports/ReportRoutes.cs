using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Cases.Reports;

[Verb("case/report")]
public sealed class ReportRoute(OpenCase open) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var @case = data.Id<CaseId>("case");
        return (await open.Handle(@case, turn.By, stop, again: true)).Match(
            _ => Reply.Card(ReportForm.For(CaseWay.Of(data).Data(@case), turn.Say)), Reply.Refused);
    }
}

[Verb("case/report-send")]
public sealed class SendReportRoute(ReportCase report, OpenCaseRoute card) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var text = turn.Kept(data.Text("report", CaseReport.LongestText));
        if (data.Word<ReportKind>("kind") is not { } kind) return Reply.Text(turn.Say["Words.ChooseOne"]);
        if (text.Length == 0) return Reply.Text(turn.Say["Reading.TextError"]);
        return await report.Handle(data.Id<CaseId>("case"), turn.By, kind, text, stop) is { } refusal
            ? Reply.Refused(refusal)
            : await card.Again(data, turn, turn.Say["Reading.ReportSent"], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => card.Again(data, turn, null, stop);
}

/// <summary>The report as it is now.</summary>
[Verb("report/show")]
public sealed class ShowReportRoute(ShowReport show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<CaseReportId>("report"), turn.By, stop)).Match(shown => Reply.Card(ReportCard.For(shown, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Handle(data.Id<CaseReportId>("report"), turn.By, stop)).Match(shown => Reply.Card(ReportCard.For(shown, turn.Reading)), _ => Reply.Nothing);
}

/// <summary>The reported case, for organisers and its author.</summary>
[Verb("report/read")]
public sealed class ReadReportedRoute(ShowReport show, ShowReportRoute report) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await show.Case(data.Id<CaseReportId>("report"), turn.By, stop)).Match(
            found =>
            {
                var card = CaseCard.For(found.Opened, turn.Say);
                return Reply.Card(card with { Body = [.. card.Body, HouseStyle.Back(turn.Say["Words.Back"], "report/show", ("report", found.Report.Report.Id.ToString()))] });
            },
            Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => report.Show(data, turn, stop);
}

[Verb("report/take-down")]
public sealed class TakeDownRoute(DecideReport decide, ShowReportRoute report) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await decide.TakeDown(data.Id<CaseReportId>("report"), turn.By, turn.Kept(data.Text("reason", CaseReport.LongestText)), stop)).Match(
            shown => Reply.Card(ReportCard.For(shown, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => report.Show(data, turn, stop);
}

[Verb("report/leave")]
public sealed class LeaveRoute(DecideReport decide, ShowReportRoute report) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await decide.Leave(data.Id<CaseReportId>("report"), turn.By, stop)).Match(shown => Reply.Card(ReportCard.For(shown, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => report.Show(data, turn, stop);
}

[Verb("report/answer")]
public sealed class AnswerReportRoute(AnswerReport answer, ShowReportRoute report) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var text = turn.Kept(data.Text("answer", CaseReport.LongestText));
        if (text.Length == 0) return Reply.Text(turn.Say["Reading.TextError"]);
        return (await answer.Handle(data.Id<CaseReportId>("report"), turn.By, text, stop)).Match(shown => Reply.Card(ReportCard.For(shown, turn.Reading)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => report.Show(data, turn, stop);
}

public sealed class ReportRenderer(ShowReport show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await show.Handle(EntityId.From<CaseReportId>(notice.Subject), notice.RecipientId, stop)).Match(
            shown => notice.Kind == ReportNotices.Reported && shown.Report.State != ReportState.Open
                ? null! // another organiser was faster
                : new NoticeMessage(ReportCard.For(shown, reading), reading.Say[notice.Kind switch
                {
                    ReportNotices.Reported => "Reading.ReportedSummary",
                    ReportNotices.Answered => "Reading.AnsweredSummary",
                    _ => "Reading.NewsSummary",
                }]),
            _ => null!);
}
