using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

public static class OrganisationQueries
{
    /// <summary>The one organisation of this id, this key (also of a duplicate merged into it), or this name whatever its capitals; two of a name are none.</summary>
    public static async Task<Organisation?> OrganisationNamed(this NetworkDb db, string idKeyOrName, CancellationToken stop)
    {
        var text = idKeyOrName.Trim();
        if (EntityId.TryRead<OrganisationId>(text, out var id) && await db.OrganisationOf(id, stop) is { } byId) return byId;
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Key == text, stop) is { } byKey) return byKey;

        List<string> none = [];
        var merged = (await db.Organisations.Where(o => o.FormerKeys != none).ToListAsync(stop)).Find(o => o.IsKnownAs(text));
        if (merged is not null) return merged;

        var names = await db.Organisations.Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        var named = names.Where(o => string.Equals(o.Name, text, StringComparison.OrdinalIgnoreCase)).ToList();
        return named is [var one] ? await db.OrganisationOf(one.Id, stop) : null;
    }
}
