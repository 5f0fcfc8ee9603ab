using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reports;

/// <summary>Reports a person made, decided or was told of. What they wrote goes with them, what was decided stays.</summary>
public sealed class ReportsData(NetworkDb db) : IPersonalData
{
    public string Name => "reports";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(CaseReport), nameof(CaseReport.ReporterId)), (typeof(CaseReport), nameof(CaseReport.DecidedBy)), (typeof(CaseReport), nameof(CaseReport.ToldId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(r => r.CreatedAt).ToListAsync(stop)).Select(r => new
        {
            r.Kind, r.State, r.DecidedAt, r.AnsweredAt, byYou = r.ReporterId == person.Id, decidedByYou = r.DecidedBy == person.Id, toldYou = r.ToldId == person.Id,
            text = r.ReporterId == person.Id ? r.Text : null, reason = r.DecidedBy == person.Id || r.ToldId == person.Id ? r.Reason : null,
            answer = r.ToldId == person.Id ? r.Answer : null,
        }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var report in await Of(person).ToListAsync(stop))
        {
            if (report.ReporterId == person.Id) (report.ReporterId, report.Text) = (null, "");
            if (report.DecidedBy == person.Id) report.DecidedBy = null;
            if (report.ToldId == person.Id) (report.ToldId, report.Answer) = (null, null);
        }
    }

    private IQueryable<CaseReport> Of(Member person) =>
        db.CaseReports.Where(r => r.ReporterId == person.Id || r.DecidedBy == person.Id || r.ToldId == person.Id);
}
