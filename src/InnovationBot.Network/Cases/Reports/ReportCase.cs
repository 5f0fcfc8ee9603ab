using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reports;

/// <summary>Tells the organisers that something is wrong with a case; the case stays until one of them decides.</summary>
public sealed class ReportCase(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for a case this person may not read.</returns>
    public async Task<Refusal?> Handle(CaseId id, MemberId by, ReportKind kind, string text, CancellationToken stop)
    {
        var @case = await db.Cases.SingleOrDefaultAsync(c => c.Id == id, stop);
        if (@case is null || await db.MemberOf(by, stop) is null || !(await db.ReaderOf(by, stop)).MayRead(@case)) return Refusal.NotFound;
        if (await db.CaseReports.AnyAsync(r => r.CaseId == id && r.ReporterId == by && r.Kind == kind && r.State == ReportState.Open, stop)) return null; // said already

        var now = clock.GetUtcNow();
        var report = db.CaseReports.Add(new CaseReport
        {
            Id = EntityId.New<CaseReportId>(now), CaseId = id, ReporterId = by, Kind = kind, Text = text.Length <= CaseReport.LongestText ? text : text[..CaseReport.LongestText], CreatedAt = now,
        }).Entity;
        @case.ReportedAt ??= now;
        foreach (var organiser in await db.MembersWith(Role.Organiser, stop))
            db.Notices.Add(Notice.To(organiser.Id, ReportNotices.Reported, report.Id.Value, now, NoticeTiming.WorkingHours));
        await db.SaveChangesAsync(stop);
        return null;
    }
}
