using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts.Channels;

/// <summary>Channels to post in, and teams whose members can be written to; for organisers of the whole network.</summary>
public sealed class ListChannels(NetworkDb db)
{
    public const int Most = 60;

    public async Task<IReadOnlyList<Channel>> Handle(MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member && BroadcastRights.IsFree(member)
            ? await db.Channels.AsNoTracking().Where(c => c.GoneAt == null).OrderBy(c => c.TeamName).ThenBy(c => c.Name).ThenBy(c => c.Id).Take(Most).ToListAsync(stop)
            : [];

    /// <summary>Those of a team's members whom the network knows.</summary>
    /// <param name="accounts">Tenant and Entra id of each, as the channel told them.</param>
    public async Task<IReadOnlyList<MemberId>> Known(IReadOnlyCollection<(string Tenant, string EntraId)> accounts, CancellationToken stop)
    {
        var known = new List<MemberId>();
        foreach (var chunk in accounts.Chunk(500))
        {
            var ids = chunk.Select(one => one.EntraId).ToList();
            var found = await db.Members.AsNoTracking().Where(m => m.EntraObjectId != null && ids.Contains(m.EntraObjectId))
                .Select(m => new { m.Id, m.TenantId, m.EntraObjectId }).ToListAsync(stop);
            known.AddRange(found.Where(one => chunk.Contains((one.TenantId ?? "", one.EntraObjectId!)) || one.TenantId is null).Select(one => one.Id));
        }

        return known;
    }
}
