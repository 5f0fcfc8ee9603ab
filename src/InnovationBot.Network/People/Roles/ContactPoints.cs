using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>Finds the desk that a person's problem goes to when nobody else can answer it.</summary>
public sealed class ContactPoints(NetworkDb db)
{
    /// <returns>The nearest one: of the own organisation, of the country, of the network. None when there is none but the person.</returns>
    public async Task<Member?> For(Member person, Organisation? organisation, CancellationToken stop)
    {
        var country = organisation?.Country ?? person.SaysKind?.Country ?? person.Country;
        var own = person.OrganisationConfirmed ? person.OrganisationId : null;
        var desks = await db.ContactPoints.AsNoTracking().Where(point => point.MemberId != person.Id).ToListAsync(stop);
        foreach (var desk in desks.Where(point => point.Distance(own, country) is not null)
            .OrderBy(point => point.Distance(own, country)).ThenBy(point => point.CreatedAt).ThenBy(point => point.Id.Value))
        {
            if (await db.MemberOf(desk.MemberId, stop) is { State: not MemberState.Left } member) return member;
        }

        return null;
    }
}
