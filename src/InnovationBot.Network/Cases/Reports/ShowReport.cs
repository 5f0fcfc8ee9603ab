using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reports;

/// <summary>A report as its two sides see it: organisers with the report, whoever was told with the reason. Who reported is told to neither.</summary>
public sealed class ShowReport(NetworkDb db)
{
    public async Task<Result<ReportShown>> Handle(CaseReportId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (await db.CaseReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } report) return Refusal.NotFound;
        var organises = member.Has(Role.Organiser);
        if (!organises && report.ToldId != by) return Refusal.NotFound;

        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == report.CaseId, stop);
        return new ReportShown(report, @case, await db.OrganisationOf(@case.OrganisationId, stop), organises && report.ToldId != by);
    }

    /// <summary>The whole case that was reported, for organisers, whoever else may read it.</summary>
    public async Task<Result<(ReportShown Report, OpenedCase Opened)>> Case(CaseReportId id, MemberId by, CancellationToken stop)
    {
        var shown = await Handle(id, by, stop);
        if (shown.Refusal is { } refusal) return refusal;
        var @case = await db.Cases.AsNoTracking().Include(c => c.NamedPartners).SingleAsync(c => c.Id == shown.Value.Case.Id, stop);
        return (shown.Value, new OpenedCase(@case, shown.Value.Organisation, shown.Value.Organisation?.Kind, []));
    }
}

/// <param name="Organises">The reader is an organiser; else the one who was told.</param>
public sealed record ReportShown(CaseReport Report, Case Case, Organisation? Organisation, bool Organises);
