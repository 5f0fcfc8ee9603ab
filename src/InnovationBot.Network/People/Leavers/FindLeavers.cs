using InnovationBot.Network.People.Organisations;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Leavers;

/// <summary>Who was entered for an organisation before and stands in its newest list no more.</summary>
public sealed class FindLeavers(NetworkDb db)
{
    /// <param name="organisation">Id, key or name.</param>
    /// <param name="emails">Of everybody in the list, lower case.</param>
    /// <returns><see cref="PeopleRefusals.OrganisationNotThere"/>.</returns>
    public async Task<Result<IReadOnlyList<Member>>> Handle(string organisation, IReadOnlySet<string> emails, CancellationToken stop)
    {
        if (await db.OrganisationNamed(organisation, stop) is not { } named) return PeopleRefusals.OrganisationNotThere;
        return (await Entered().Where(m => m.OrganisationId == named.Id).ToListAsync(stop)).FindAll(m => m.Email is null || !emails.Contains(m.Email));
    }

    /// <summary>Those whose accounts a directory removed or disabled, as far as anybody entered them.</summary>
    public async Task<IReadOnlyList<Member>> Of(IReadOnlyCollection<string> accounts, CancellationToken stop) =>
        await Entered().Where(m => m.EntraObjectId != null && accounts.Contains(m.EntraObjectId)).ToListAsync(stop);

    /// <summary>Those of an organisation who were entered with an account that its directory, read whole, does not hold.</summary>
    /// <param name="organisation">Id, key or name.</param>
    /// <param name="accounts">Of everybody in the directory.</param>
    /// <returns><see cref="PeopleRefusals.OrganisationNotThere"/>.</returns>
    public async Task<Result<IReadOnlyList<Member>>> Missing(string organisation, IReadOnlySet<string> accounts, CancellationToken stop)
    {
        if (await db.OrganisationNamed(organisation, stop) is not { } named) return PeopleRefusals.OrganisationNotThere;
        return (await Entered().Where(m => m.OrganisationId == named.Id && m.EntraObjectId != null).ToListAsync(stop)).FindAll(m => !accounts.Contains(m.EntraObjectId!));
    }

    /// <summary>People of an import; whoever came by themselves is in no organisation's list.</summary>
    private IQueryable<Member> Entered() => db.Members.AsNoTracking()
        .Where(m => m.ImportMarks != null && m.State != MemberState.Left && m.State != MemberState.Erased).OrderBy(m => m.Name).ThenBy(m => m.Id);
}
