using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>Who sits at which desk, and who may read an item there.</summary>
public sealed class Desks(NetworkDb db)
{
    /// <summary>The nearest desk for a person: of the own organisation where they allow that, of their country, of the network; with its people.</summary>
    public async Task<(DeskPlace Place, IReadOnlyList<Member> People)?> For(Member person, Organisation? organisation, bool ownOrganisation, CancellationToken stop)
    {
        var country = organisation?.Country ?? person.SaysKind?.Country ?? person.Country;
        var own = person.OrganisationConfirmed ? person.OrganisationId : null;
        var points = await db.ContactPoints.AsNoTracking().Where(point => point.MemberId != person.Id).ToListAsync(stop);
        foreach (var place in points.Where(point => point.Distance(own, country) is not null)
            .GroupBy(point => new DeskPlace(point.OrganisationId, point.Country)).OrderBy(at => at.First().Distance(own, country)))
        {
            var people = (await People(place.Key, stop)).Where(one => one.Id != person.Id && (ownOrganisation || !IsColleague(one, person))).ToList();
            if (people.Count > 0) return (place.Key, people);
        }

        return null;
    }

    public async Task<IReadOnlyList<Member>> People(DeskPlace place, CancellationToken stop)
    {
        var ids = await db.ContactPoints.AsNoTracking().Where(p => p.OrganisationId == place.Organisation && p.Country == place.Country)
            .OrderBy(p => p.CreatedAt).Select(p => p.MemberId).Distinct().ToListAsync(stop);
        return await db.Members.Where(m => ids.Contains(m.Id) && m.State != MemberState.Erased && m.State != MemberState.Left).OrderBy(m => m.Id).ToListAsync(stop);
    }

    /// <summary>Every desk there is.</summary>
    public async Task<IReadOnlyList<DeskPlace>> All(CancellationToken stop) =>
        [.. (await db.ContactPoints.AsNoTracking().OrderBy(p => p.CreatedAt).ToListAsync(stop)).Select(p => new DeskPlace(p.OrganisationId, p.Country)).Distinct()];

    /// <summary>Desks where somebody sits.</summary>
    public async Task<IReadOnlySet<DeskPlace>> Of(MemberId member, CancellationToken stop) =>
        (await db.ContactPoints.AsNoTracking().Where(p => p.MemberId == member).ToListAsync(stop)).Select(p => new DeskPlace(p.OrganisationId, p.Country)).ToHashSet();

    /// <summary>
    /// The people of its desk, whoever has it, and organisers once it escalated; never the owner, and colleagues of theirs
    /// only where the owner allowed that.
    /// </summary>
    public async Task<bool> MayRead(DeskItem item, Member reader, CancellationToken stop)
    {
        if (reader.Id == item.OwnerId || reader.State is MemberState.Left or MemberState.Erased) return false;
        if (!item.OwnOrganisationMaySee && await db.MemberOf(item.OwnerId, stop) is { } owner && IsColleague(reader, owner)) return false;
        return item.ClaimedById == reader.Id || (item.EscalatedAt is not null && reader.Has(Role.Organiser)) || (await Of(reader.Id, stop)).Contains(item.Place);
    }

    /// <summary>Claimed organisations count too: nobody is read by a colleague they did not want.</summary>
    internal static bool IsColleague(Member one, Member other) => one.OrganisationId is { } its && its == other.OrganisationId;
}
