using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>Gives a role to somebody known by e-mail address; given twice is given once. Agreeing to be shown or asked stays the person's own act.</summary>
public sealed class GrantRole(NetworkDb db, TimeProvider clock)
{
    /// <param name="By">None for the administrator of the machine (the command line).</param>
    /// <param name="OrganisationKey">For a contact point: of the organisation of this id, key or name.</param>
    /// <param name="Country">For a contact point: of this country.</param>
    public sealed record Request(GrantedRole Role, string Email, MemberId? By, string? OrganisationKey = null, string? Country = null);

    public async Task<Result<Member>> Handle(Request request, CancellationToken stop)
    {
        if (await RoleRights.Check(db, request.Role, request.By, stop) is { } refusal) return refusal;

        var email = request.Email.Trim().ToLowerInvariant();
        if (await db.Members.SingleOrDefaultAsync(m => m.Email == email, stop) is not { } member) return PeopleRefusals.PersonUnknown;
        if (request.Role == GrantedRole.OrganisationOrganiser && !member.OrganisationConfirmed) return PeopleRefusals.OrganisationNotConfirmed;
        if (request.Role == GrantedRole.ContactPoint && await AddDesk(request, member, stop) is { } unknown) return unknown;

        var now = clock.GetUtcNow();
        if (RoleRights.Of(request.Role) is { } role) member.Give(role);
        else
        {
            member.BecomeAmbassador(now);
            foreach (var waiting in await db.AmbassadorApplications.Where(a => a.MemberId == member.Id && a.State == ApplicationState.Waiting).ToListAsync(stop)) waiting.Withdraw(now);
        }

        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleGranted, request.By, member.Id, now, Vocabulary.Write(request.Role)));
        await db.SaveChangesAsync(stop);
        return member;
    }

    private async Task<Refusal?> AddDesk(Request request, Member member, CancellationToken stop)
    {
        OrganisationId? organisation = null;
        if (request.OrganisationKey is { } key)
        {
            organisation = (await db.OrganisationNamed(key, stop))?.Id;
            if (organisation is null) return PeopleRefusals.OrganisationNotThere;
        }

        var country = request.Country?.Trim().ToUpperInvariant();
        if (country is not null && !Countries.Has(country)) return PeopleRefusals.CountryUnknown;

        if (!await db.ContactPoints.AnyAsync(p => p.MemberId == member.Id && p.OrganisationId == organisation && p.Country == country, stop))
        {
            var now = clock.GetUtcNow();
            db.ContactPoints.Add(new ContactPoint { Id = EntityId.New<ContactPointId>(now), MemberId = member.Id, OrganisationId = organisation, Country = country, CreatedAt = now });
        }

        return null;
    }
}

/// <summary>What <c>grant</c> and <c>revoke</c> take.</summary>
public enum GrantedRole { Organiser, OrganisationOrganiser, Juror, ContactPoint, Administrator, Ambassador }
