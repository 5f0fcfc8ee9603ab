using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>Help that a person offered, and what others offered them, without who those are.</summary>
public sealed class HelpOffersData(NetworkDb db, HelpOffers offers) : IPersonalData
{
    public string Name => "helpOffers";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(HelpOffer), nameof(HelpOffer.GiverId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var own = await db.HelpOffers.AsNoTracking().Where(o => o.GiverId == person.Id).OrderBy(o => o.CreatedAt).ToListAsync(stop);
        var received = await db.HelpOffers.AsNoTracking()
            .Where(o => db.Problems.Any(p => p.Id == o.ProblemId && p.OwnerId == person.Id)).OrderBy(o => o.CreatedAt).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            offered = own.Select(o => new { o.Id, o.Text, o.State, o.CreatedAt, o.EndedAt }),
            offeredToMe = received.Where(o => o.State != HelpOfferState.Withdrawn).Select(o => new { o.Id, problem = o.ProblemId, o.Text, o.State, o.CreatedAt, o.EndedAt }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var problem in await db.Problems.Where(p => p.OwnerId == person.Id).Select(p => p.Id).ToListAsync(stop)) await offers.EndAll(problem, stop);
        foreach (var own in await db.HelpOffers.Where(o => o.GiverId == person.Id).ToListAsync(stop))
        {
            if (own.IsWaiting) await offers.RedrawForOwner(own, stop);
            db.HelpOffers.Remove(own);
        }
    }
}
