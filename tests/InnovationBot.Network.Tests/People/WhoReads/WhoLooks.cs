using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;

namespace InnovationBot.Network.Tests.People.WhoReads;

/// <summary>Somebody who tries to read: what they are and where, and what they have to do with the thing.</summary>
/// <param name="Is">"nominee", "giver"; none for who has nothing to do with anything.</param>
internal sealed record WhoLooks(Member Member, Organisation? At, string? Is = null)
{
    public MemberId Id => Member.Id;

    public bool Confirmed => At is not null && Member.OrganisationProof != OrganisationProof.Claimed;

    public bool Organises => Member.Has(Role.Organiser);

    public bool OrganisesOrAdministers => Organises || Member.Has(Role.Administrator);

    public bool In(Organisation organisation) => At?.Id == organisation.Id;

    public bool ConfirmedIn(Organisation organisation) => Confirmed && In(organisation);

    public bool OrganisesFor(Organisation organisation) => OrganisesOrAdministers || (Member.Has(Role.OrganisationOrganiser) && ConfirmedIn(organisation));

    public override string ToString() => $"{Is ?? "somebody"}, {string.Join(' ', Member.Roles)} of {At?.Name ?? "nowhere"} by {Member.OrganisationProof}";

    /// <summary>Every role and none, in the owner's organisation confirmed and only said, in another confirmed, and of every sector, and nowhere.</summary>
    public static IEnumerable<WhoLooks> Everybody(Organisation own, IReadOnlyList<Organisation> others)
    {
        foreach (var role in Enum.GetValues<Role>().Select(one => (Role?)one).Append(null))
        {
            yield return Of(null, OrganisationProof.Claimed, role);
            yield return Of(own, OrganisationProof.Claimed, role);
            yield return Of(own, OrganisationProof.EmailDomain, role);
            foreach (var organisation in others) yield return Of(organisation, OrganisationProof.EmailDomain, role);
        }
    }

    public static WhoLooks Of(Organisation? at, OrganisationProof proof, Role? role, string? @is = null)
    {
        var id = EntityId.New<MemberId>(Given.Start);
        var member = new Member
        {
            Id = id, Name = @is ?? $"Somebody {id}", Email = $"{id}@example.org", TenantId = "tenant", EntraObjectId = id.ToString(), State = MemberState.Active, Zone = "Europe/Brussels",
            OrganisationId = at?.Id, OrganisationProof = proof, CreatedAt = Given.Start,
        };
        if (role is { } given) member.Give(given);
        return new(member, at, @is);
    }
}
