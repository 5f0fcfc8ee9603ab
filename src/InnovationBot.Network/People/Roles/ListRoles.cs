using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>Who looks after the network, and as what; for organisers and administrators.</summary>
public sealed class ListRoles(NetworkDb db)
{
    public async Task<Result<RolesView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;

        var actor = (await db.MemberOf(by, stop))!;
        List<Role> none = [];
        var people = await db.Members.AsNoTracking().Where(m => m.Roles != none && m.State != MemberState.Erased && m.State != MemberState.Left).OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(stop);
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        return new RolesView(
            [.. people.SelectMany(person => person.Roles.Select(role => new HeldRole(person.Id, person.Name, person.Email, role, role == Role.OrganisationOrganiser && person.OrganisationId is { } of ? organisations.GetValueOrDefault(of) : null)))],
            actor.Has(Role.Administrator), actor.Has(Role.Organiser), people.Count(person => person.Has(Role.Organiser)) <= 1);
    }
}

/// <param name="IsAdministrator">Of the reader: may give and end every role.</param>
/// <param name="IsOrganiser">Of the reader: may hand that over.</param>
/// <param name="OneOrganiser">The rules of two do not apply yet.</param>
public sealed record RolesView(IReadOnlyList<HeldRole> Held, bool IsAdministrator, bool IsOrganiser, bool OneOrganiser);

/// <param name="Organisation">For an organiser of one organisation.</param>
public sealed record HeldRole(MemberId Person, string Name, string? Email, Role Role, string? Organisation);
