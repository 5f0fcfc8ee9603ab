namespace InnovationBot.Network.People.Roles;

/// <summary>Gives a role to somebody known by e-mail address.</summary>
public sealed class GrantRole
{
    /// <param name="By">None for the administrator of the machine (the command line).</param>
    /// <param name="OrganisationKey">For a contact point: of this organisation.</param>
    /// <param name="Country">For a contact point: of this country.</param>
    public sealed record Request(GrantedRole Role, string Email, MemberId? By, string? OrganisationKey = null, string? Country = null);

    public Task<Result<Member>> Handle(Request request, CancellationToken stop) => throw new NotImplementedException();
}

/// <summary>What <c>grant</c> and <c>revoke</c> take.</summary>
public enum GrantedRole { Organiser, OrganisationOrganiser, Juror, ContactPoint, Administrator, Ambassador }
