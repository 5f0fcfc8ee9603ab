using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reports;

/// <summary>An organiser takes a reported case down at once, leaves it, or puts it back.</summary>
public sealed class DecideReport(NetworkDb db, ShowReport show, TimeProvider clock)
{
    /// <param name="reason">The author reads it; only for taking down.</param>
    public async Task<Result<ReportShown>> TakeDown(CaseReportId id, MemberId by, string reason, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (report, @case)) return ReportRefusals.OrganisersOnly;
        if (string.IsNullOrWhiteSpace(reason)) return ReportRefusals.ReasonMissing;

        var now = clock.GetUtcNow();
        var told = await db.HearerOf(@case, stop);
        foreach (var same in await db.CaseReports.Where(r => r.CaseId == @case.Id && (r.Id == id || r.State == ReportState.Open)).ToListAsync(stop))
            same.TakeDown(by, reason.Length <= CaseReport.LongestText ? reason : reason[..CaseReport.LongestText], told, now);
        if (@case.State is CaseState.Published or CaseState.Archived) @case.State = CaseState.InReview;
        return await Done(report, @case, told, AuditAct.CaseTakenDown, by, now, stop);
    }

    /// <summary>Nothing is wrong, or no longer: it may be read.</summary>
    public async Task<Result<ReportShown>> Leave(CaseReportId id, MemberId by, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (report, @case)) return ReportRefusals.OrganisersOnly;

        var now = clock.GetUtcNow();
        var back = @case.State == CaseState.InReview;
        if (back) @case.State = await SaidToBeOver(@case, stop) ? CaseState.Archived : CaseState.Published;
        foreach (var same in await db.CaseReports.Where(r => r.CaseId == @case.Id && (r.Id == id || (back && r.State == ReportState.TakenDown))).ToListAsync(stop)) same.Leave(by, now);
        return await Done(report, @case, back ? report.ToldId : null, AuditAct.CaseLeft, by, now, stop);
    }

    /// <summary>Whoever knows it said that it is no longer so, and nobody has changed it since: it comes back as that.</summary>
    private Task<bool> SaidToBeOver(Case @case, CancellationToken stop) => db.CaseQuestions.AnyAsync(
        question => question.CaseId == @case.Id && question.Answer == CaseAnswer.NoLonger && (@case.EditedAt == null || question.AnsweredAt > @case.EditedAt), stop);

    private async Task<(CaseReport, Case)?> Find(CaseReportId id, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } organiser && organiser.Has(Role.Organiser)
        && await db.CaseReports.FindAsync([id], stop) is { } report && await db.Cases.FindAsync([report.CaseId], stop) is { } @case
            ? (report, @case)
            : null;

    private async Task<Result<ReportShown>> Done(CaseReport report, Case @case, MemberId? told, AuditAct act, MemberId by, DateTimeOffset now, CancellationToken stop)
    {
        if (told is { } author) db.Notices.Add(Notice.To(author, ReportNotices.Decided, report.Id.Value, now, NoticeTiming.AtOnce));
        db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(act, by, @case.AuthorId, now, Vocabulary.Write(report.Kind)));
        await db.SaveChangesAsync(stop);
        return await show.Handle(report.Id, by, stop);
    }
}

/// <summary>Whoever was told that a case was taken down answers; the organiser who did it hears.</summary>
public sealed class AnswerReport(NetworkDb db, ShowReport show, TimeProvider clock)
{
    public async Task<Result<ReportShown>> Handle(CaseReportId id, MemberId by, string text, CancellationToken stop)
    {
        if (await db.CaseReports.FindAsync([id], stop) is not { } report || report.ToldId != by) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        if (report.Reply(by, text.Length <= CaseReport.LongestText ? text : text[..CaseReport.LongestText], now) is { } refusal) return refusal;
        if (report.DecidedBy is { } organiser) db.Notices.Add(Notice.To(organiser, ReportNotices.Answered, id.Value, now, NoticeTiming.WorkingHours));
        await db.SaveChangesAsync(stop);
        return await show.Handle(id, by, stop);
    }
}
