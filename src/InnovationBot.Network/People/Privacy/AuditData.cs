using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Acts by and on a person. After erasure the acts stay, who it was does not.</summary>
public sealed class AuditData(NetworkDb db) : IPersonalData
{
    public string Name => "audit";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(AuditEvent), nameof(AuditEvent.ActorId)), (typeof(AuditEvent), nameof(AuditEvent.SubjectId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(a => a.Id).ToListAsync(stop))
            .Select(a => new { a.Act, a.At, a.Detail, byYou = a.ActorId == person.Id, onYou = a.SubjectId == person.Id }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var audit in await Of(person).ToListAsync(stop))
        {
            if (audit.ActorId == person.Id) audit.ActorId = null;
            if (audit.SubjectId == person.Id) audit.SubjectId = null;
            audit.ErasedHash ??= ForgetMe.HashOf(person.Id);
        }
    }

    private IQueryable<AuditEvent> Of(Member person) => db.AuditEvents.Where(a => a.ActorId == person.Id || a.SubjectId == person.Id);
}
