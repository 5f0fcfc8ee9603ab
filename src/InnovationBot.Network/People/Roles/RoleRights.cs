namespace InnovationBot.Network.People.Roles;

/// <summary>Who may give or take a role.</summary>
internal static class RoleRights
{
    /// <param name="by">None for the administrator of the machine, who may all.</param>
    public static async Task<Refusal?> Check(NetworkDb db, GrantedRole role, MemberId? by, CancellationToken stop)
    {
        if (by is not { } id) return null;
        var actor = await db.MemberOf(id, stop);
        var may = actor is not null && (actor.Has(Role.Administrator)
            || (actor.Has(Role.Organiser) && role is not (GrantedRole.Administrator or GrantedRole.Organiser)));
        return may ? null : PeopleRefusals.MayNotGrant;
    }

    /// <summary>The role kept on the member; an ambassador's is a state of its own.</summary>
    public static Role? Of(GrantedRole role) => role switch
    {
        GrantedRole.Organiser => Role.Organiser,
        GrantedRole.OrganisationOrganiser => Role.OrganisationOrganiser,
        GrantedRole.Juror => Role.Juror,
        GrantedRole.ContactPoint => Role.ContactPoint,
        GrantedRole.Administrator => Role.Administrator,
        _ => null,
    };
}
