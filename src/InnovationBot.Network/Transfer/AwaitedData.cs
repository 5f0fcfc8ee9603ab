using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Where files name a person by an address that was not yet a member's.</summary>
public sealed class AwaitedData(NetworkDb db) : IPersonalData
{
    public string Name => "namedInFiles";

    public IReadOnlyCollection<(Type, string)> Holds => [];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var awaited = await Of(person).AsNoTracking().OrderBy(a => a.Id).ToListAsync(stop);
        return ExportedJson.List(awaited.Select(a => new { asContactOf = a.NominationId is not null || a.NominationPartnerId is not null ? "nomination" : a.PartnerId is not null ? "partner of a case" : a.CaseId is null ? "organisation" : "case", a.Position }));
    }

    public async Task Erase(Member person, CancellationToken stop) => db.AwaitedPeople.RemoveRange(await Of(person).ToListAsync(stop));

    private IQueryable<AwaitedPerson> Of(Member person) => db.AwaitedPeople.Where(a => a.Email == person.Email);
}
