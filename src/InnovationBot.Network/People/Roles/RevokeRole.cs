using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>Takes a role back; one that was not given stays so. A contact point's desks go with it, or only the one named.</summary>
public sealed class RevokeRole(NetworkDb db, Absence absence, TimeProvider clock)
{
    /// <returns><see cref="ProfileRefusals.LastOrganiser"/>: somebody has to look after the network.</returns>
    public async Task<Result<Member>> Handle(GrantRole.Request request, CancellationToken stop)
    {
        if (await RoleRights.Check(db, request.Role, request.By, stop) is { } refusal) return refusal;

        var email = request.Email.Trim().ToLowerInvariant();
        if (await db.Members.SingleOrDefaultAsync(m => m.Email == email, stop) is not { } member) return PeopleRefusals.PersonUnknown;

        if (request.Role == GrantedRole.Organiser && member.Has(Role.Organiser) && (await db.MembersWith(Role.Organiser, stop)).Count == 1) return ProfileRefusals.LastOrganiser;

        var now = clock.GetUtcNow();
        if (request.Role == GrantedRole.ContactPoint) await RemoveDesks(request, member, stop);
        else if (RoleRights.Of(request.Role) is { } role) member.Take(role);
        else if (member.Ambassador == AmbassadorState.Confirmed) return await Retire(request, member, now, stop);

        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleRevoked, request.By, member.Id, now, Vocabulary.Write(request.Role)));
        await db.SaveChangesAsync(stop);
        return member;
    }

    /// <summary>Open requests of somebody who is no ambassador any more go on to others.</summary>
    private async Task<Result<Member>> Retire(GrantRole.Request request, Member member, DateTimeOffset now, CancellationToken stop)
    {
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleRevoked, request.By, member.Id, now, Vocabulary.Write(request.Role)));
        return await absence.Begin(member.Id, retiring => retiring.Retire(), stop);
    }

    private async Task RemoveDesks(GrantRole.Request request, Member member, CancellationToken stop)
    {
        var desks = await db.ContactPoints.Where(p => p.MemberId == member.Id).ToListAsync(stop);
        var organisation = request.OrganisationKey is { } key ? (await db.OrganisationNamed(key, stop))?.Id : null;
        var country = request.Country?.Trim().ToUpperInvariant();
        var named = request.OrganisationKey is null && country is null
            ? desks
            : [.. desks.Where(p => p.OrganisationId == organisation && p.Country == country)];
        db.ContactPoints.RemoveRange(named);
        if (named.Count == desks.Count) member.Take(Role.ContactPoint);
    }
}
