using System.Text.Json.Nodes;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>A person's applications as an ambassador, and those they decided as an organiser.</summary>
public sealed class ApplicationsData(NetworkDb db) : IPersonalData
{
    public string Name => "ambassadorApplications";

    public IReadOnlyCollection<(Type, string)> Holds =>
        [(typeof(AmbassadorApplication), nameof(AmbassadorApplication.MemberId)), (typeof(AmbassadorApplication), nameof(AmbassadorApplication.DecidedById))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.AmbassadorApplications.AsNoTracking().Where(a => a.MemberId == person.Id).OrderBy(a => a.SubmittedAt).ToListAsync(stop))
            .Select(a => new { a.Problems, a.MonthlyCap, a.Visibility, a.State, a.SubmittedAt, a.DecidedAt, a.Reason }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var decided in await db.AmbassadorApplications.Where(a => a.DecidedById == person.Id).ToListAsync(stop)) decided.DecidedById = null;
        db.AmbassadorApplications.RemoveRange(await db.AmbassadorApplications.Where(a => a.MemberId == person.Id).ToListAsync(stop));
    }
}
