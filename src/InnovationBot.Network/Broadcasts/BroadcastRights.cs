using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Who may compose and steer broadcasts: organisers all of them, organisers of one organisation those of it.</summary>
public sealed class BroadcastRights(NetworkDb db)
{
    /// <returns>Somebody who may compose, else why not.</returns>
    public async Task<Result<Member>> Organiser(MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member && IsOrganiser(member) ? member : Refusal.NotYours;

    /// <param name="id">Of a broadcast.</param>
    /// <param name="by">None for the administrator of the machine.</param>
    public async Task<Result<Broadcast>> Find(BroadcastId id, MemberId? by, CancellationToken stop)
    {
        var broadcast = await db.Broadcasts.FindAsync([id], stop);
        if (by is null) return broadcast is null ? Refusal.NotFound : broadcast;
        var organiser = await Organiser(by.Value, stop);
        if (organiser.Refusal is { } refusal) return refusal;
        return broadcast is null ? Refusal.NotFound : May(organiser.Value, broadcast) ? broadcast : Refusal.NotYours;
    }

    /// <summary>Others who could agree to a broadcast, or to a correction of it: those who may steer it and did not write it.</summary>
    public async Task<IReadOnlyList<Member>> Others(Broadcast broadcast, MemberId? writtenBy, CancellationToken stop)
    {
        var organisers = new List<Member>();
        foreach (var role in new[] { Role.Organiser, Role.Administrator, Role.OrganisationOrganiser }) organisers.AddRange(await db.MembersWith(role, stop));
        return [.. organisers.DistinctBy(member => member.Id).Where(member => member.Id != writtenBy && IsOrganiser(member) && May(member, broadcast))];
    }

    public static bool IsFree(Member member) => member.Has(Role.Organiser) || member.Has(Role.Administrator);

    public static bool IsOrganiser(Member member) => IsFree(member) || (member.Has(Role.OrganisationOrganiser) && member.OrganisationConfirmed);

    internal static bool May(Member member, Broadcast broadcast) =>
        IsFree(member) || (broadcast.OrganisationId is { } own && member.OrganisationConfirmed && member.OrganisationId == own);
}
