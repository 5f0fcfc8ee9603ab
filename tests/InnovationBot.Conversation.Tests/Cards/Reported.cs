using InnovationBot.Network;
using InnovationBot.Network.Cases.Reports;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A report of a case in each of its states, as its two sides see it.</summary>
internal static class Reported
{
    public static readonly ReportShown ToOrganiser = Shown(_ => { }, organises: true);

    public static readonly ReportShown TakenDown = Shown(report => report.TakeDown(Answers.Id<MemberId>(40), "It names a citizen.", Answers.Id<MemberId>(41), CardSituations.Now), organises: false);

    public static readonly ReportShown Answered = Shown(
        report =>
        {
            report.TakeDown(Answers.Id<MemberId>(40), "It names a citizen.", Answers.Id<MemberId>(41), CardSituations.Now);
            report.Reply(Answers.Id<MemberId>(41), "I took the name out.", CardSituations.Now);
        },
        organises: false);

    public static readonly ReportShown PutBack = Shown(report => report.Leave(Answers.Id<MemberId>(40), CardSituations.Now), organises: false);

    private static ReportShown Shown(Action<CaseReport> then, bool organises)
    {
        var report = new CaseReport
        {
            Id = Answers.Id<CaseReportId>(30), CaseId = Answers.Opened.Case.Id, Kind = ReportKind.PersonalData, Text = "The second paragraph names a citizen.", CreatedAt = CardSituations.Now,
        };
        then(report);
        return new ReportShown(report, Answers.Opened.Case, Answers.Lipovec, organises);
    }
}
