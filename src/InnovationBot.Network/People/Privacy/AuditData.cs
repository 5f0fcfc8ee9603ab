using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Acts by and on a person. After erasure the acts stay, who it was does not.</summary>
public sealed class AuditData(NetworkDb db) : IPersonalData
{
    public string Name => "audit";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(AuditPerson), nameof(AuditPerson.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        if (await Of(person.Id).AsNoTracking().FirstOrDefaultAsync(stop) is not { } known) return new JsonArray();
        return ExportedJson.List(
            (await db.AuditEvents.AsNoTracking().Where(a => a.Actor == known.Pseudonym || a.Subject == known.Pseudonym).OrderBy(a => a.Id).ToListAsync(stop))
                .Select(a => new { number = a.Id, a.Act, a.At, a.Detail, byYou = a.Actor == known.Pseudonym, onYou = a.Subject == known.Pseudonym }));
    }

    public async Task Erase(Member person, CancellationToken stop) => db.AuditPeople.RemoveRange(await Of(person.Id).ToListAsync(stop));

    private IQueryable<AuditPerson> Of(MemberId person) => db.AuditPeople.Where(p => p.MemberId == person);
}
