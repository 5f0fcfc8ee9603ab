using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>What a person passed to a desk, and which items they claimed there, without what others asked.</summary>
public sealed class DeskData(NetworkDb db, WorkDeskItem work, TimeProvider clock) : IPersonalData
{
    public string Name => "desk";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(DeskItem), nameof(DeskItem.OwnerId)), (typeof(DeskItem), nameof(DeskItem.ClaimedById))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var own = await db.DeskItems.AsNoTracking().Where(i => i.OwnerId == person.Id).OrderBy(i => i.CreatedAt).ToListAsync(stop);
        var claimed = await db.DeskItems.AsNoTracking().Where(i => i.ClaimedById == person.Id).OrderBy(i => i.CreatedAt).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            passedOn = own.Select(i => new { i.Id, problem = i.ProblemId, i.Text, i.Languages, i.OwnerNamed, i.State, i.Answer, i.End, i.CreatedAt, i.DueAt, i.EscalatedAt, i.ClosedAt }),
            claimed = claimed.Select(i => new { i.Id, i.State, i.Answer, i.CreatedAt, i.ClosedAt }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var own in await db.DeskItems.Where(i => i.OwnerId == person.Id).ToListAsync(stop))
        {
            await db.RedrawAtDesk(own, now, stop);
            db.DeskItems.Remove(own);
        }

        await work.EndOf(person.Id, now, stop);
        foreach (var closed in await db.DeskItems.Where(i => i.ClaimedById == person.Id && i.OwnerId != person.Id).ToListAsync(stop)) closed.ClaimedById = null;
    }
}
