namespace InnovationBot.Network.Cases.Reports;

public static class ReportRefusals
{
    /// <summary>Only organisers of the network decide about reports.</summary>
    public static readonly Refusal OrganisersOnly = new("OrganisersOnly");

    /// <summary>The author reads why a case was taken down, so that a reason must be given.</summary>
    public static readonly Refusal ReasonMissing = new("ReasonMissing");
}

public static class ReportNotices
{
    /// <summary>To each organiser; the subject is the <see cref="CaseReport"/>, as of the others.</summary>
    public const string Reported = "case.reported";

    /// <summary>To the author: taken down and why, or put back.</summary>
    public const string Decided = "case.report_decided";

    /// <summary>To the organiser who took a case down: its author has answered.</summary>
    public const string Answered = "case.report_answered";
}
