using System.Text.Json.Nodes;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Everything that exists about a person, as one JSON document, for that person alone.</summary>
public sealed class ExportMyData(NetworkDb db, IEnumerable<IPersonalData> everything, TimeProvider clock)
{
    public async Task<Result<JsonObject>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } person) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var document = new JsonObject { ["exportedAt"] = now.ToString("O") };
        foreach (var data in everything.OrderBy(data => data.Name, StringComparer.Ordinal)) document[data.Name] = await data.Export(person, stop);

        db.AuditEvents.Add(AuditEvent.Of(AuditAct.DataExported, by, by, now));
        await db.SaveChangesAsync(stop);
        return document;
    }
}
