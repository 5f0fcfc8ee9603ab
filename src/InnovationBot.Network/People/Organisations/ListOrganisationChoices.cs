using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

/// <summary>Organisations to choose from: those near the person first, or those that hold what was typed.</summary>
public sealed class ListOrganisationChoices(NetworkDb db)
{
    /// <summary>What stands in a card, and works where lists do not fill while typing.</summary>
    public const int MostInCard = 60;

    /// <returns>The person's own, those of their e-mail domain, those of their country, then the rest, each group by name.</returns>
    public async Task<IReadOnlyList<OrganisationChoice>> Handle(MemberId by, CancellationToken stop)
    {
        var person = await db.MemberOf(by, stop);
        var country = person?.Country ?? person?.SaysKind?.Country;
        return
        [
            .. (await db.Organisations.AsNoTracking().ToListAsync(stop))
                .OrderBy(o => o.Id == person?.OrganisationId ? 0 : o.HasDomainOf(person?.Email) ? 1 : o.Country == country ? 2 : 3)
                .ThenBy(o => o.Name, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.Id.Value)
                .Take(MostInCard).Select(o => new OrganisationChoice(o.Id, o.Name)),
        ];
    }

    /// <param name="typed">Any part of a name, whatever its capitals.</param>
    /// <param name="most">How many at most; those that begin so stand first.</param>
    public async Task<IReadOnlyList<OrganisationChoice>> Holding(string typed, int most, CancellationToken stop)
    {
        var names = await db.Organisations.AsNoTracking().Select(o => new OrganisationChoice(o.Id, o.Name)).ToListAsync(stop);
        return
        [
            .. names.Where(o => o.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(o => o.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(o => o.Name, StringComparer.OrdinalIgnoreCase)
                .Take(most),
        ];
    }
}

public sealed record OrganisationChoice(OrganisationId Id, string Name);
