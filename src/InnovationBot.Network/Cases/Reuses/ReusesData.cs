using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reuses;

/// <summary>What a person said of others' cases. That a case is in use elsewhere stays true without who said so.</summary>
public sealed class ReusesData(NetworkDb db) : IPersonalData
{
    public string Name => "reuses";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(Reuse), nameof(Reuse.MemberId)), (typeof(CaseHelp), nameof(CaseHelp.MemberId)), (typeof(ShownMessage), nameof(ShownMessage.MemberId)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var reuses = await db.Reuses.AsNoTracking().Where(r => r.MemberId == person.Id).OrderBy(r => r.CreatedAt)
            .Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new { Case = c.Key, r.Kind, r.Status, r.CreatedAt, r.ChangedAt, r.ImplementedAt }).ToListAsync(stop);
        var helped = await db.CaseHelps.AsNoTracking().Where(h => h.MemberId == person.Id).OrderBy(h => h.At)
            .Join(db.Cases, h => h.CaseId, c => c.Id, (h, c) => new { Case = c.Key, h.At }).ToListAsync(stop);
        var shown = await db.ShownMessages.CountAsync(m => m.MemberId == person.Id, stop);
        return ExportedJson.Of(new { reuses, helped, messagesThatShowACase = shown });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var reuse in await db.Reuses.Where(r => r.MemberId == person.Id).ToListAsync(stop)) reuse.MemberId = null;
        db.CaseHelps.RemoveRange(await db.CaseHelps.Where(h => h.MemberId == person.Id).ToListAsync(stop));
        await db.ShownMessages.Where(m => m.MemberId == person.Id).ExecuteDeleteAsync(stop);
    }
}
