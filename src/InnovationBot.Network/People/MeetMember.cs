using InnovationBot.Network.Outbox;
using InnovationBot.Network.Transfer;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People;

/// <summary>Who wrote: found by tenant and Entra id, else joined to an imported member by that id or the reported address, else created.</summary>
public sealed class MeetMember(NetworkDb db, TimeProvider clock)
{
    /// <param name="Email">As the connector reported it, never as somebody typed it.</param>
    /// <param name="Zone">IANA name, when the channel told one.</param>
    public sealed record Request(
        string? TenantId, string EntraObjectId, string Name, string? Email, Address? Address, Language? Language, string? Country = null, string? Zone = null);

    /// <summary>Writes only what is new. Of two first messages at once the second fails on the unique key, runs again, and finds the person.</summary>
    public async Task<Member> Handle(Request request, CancellationToken stop)
    {
        var email = string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim().ToLowerInvariant();
        var member = await db.Members.SingleOrDefaultAsync(m => m.EntraObjectId == request.EntraObjectId && m.TenantId == request.TenantId, stop)
            ?? await Imported(request, email, stop);
        if (member is null)
        {
            var now = clock.GetUtcNow();
            member = new Member { Id = EntityId.New<MemberId>(now), CreatedAt = now, State = MemberState.Met, Language = request.Language ?? Language.English };
            db.Members.Add(member);
        }

        await Update(member, request, email, stop);
        if (db.Entry(member).State is EntityState.Added or EntityState.Modified)
        {
            db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, clock.GetUtcNow()));
            await db.SaveChangesAsync(stop);
        }

        return member;
    }

    /// <summary>An imported person no account was seen of yet.</summary>
    private async Task<Member?> Imported(Request request, string? email, CancellationToken stop)
    {
        // also somebody whom an import is only just bringing: they are here now
        var people = db.Members.IgnoreQueryFilters();
        var imported = await people.SingleOrDefaultAsync(m => m.TenantId == null && m.EntraObjectId == request.EntraObjectId, stop);
        if (imported is null && email is not null)
        {
            imported = await people.SingleOrDefaultAsync(m => m.Email == email && m.EntraObjectId == null, stop);
        }

        imported?.StagedBy = null;
        if (imported is { State: MemberState.Invited })
        {
            imported.State = MemberState.Met;
            imported.Language = request.Language ?? imported.Language;
        }

        return imported;
    }

    private async Task Update(Member member, Request request, string? email, CancellationToken stop)
    {
        member.TenantId = request.TenantId;
        member.EntraObjectId = request.EntraObjectId;
        member.Address = request.Address ?? member.Address;
        member.Country ??= request.Country;
        member.Zone = request.Zone ?? member.Zone;
        if (!string.IsNullOrWhiteSpace(request.Name)) member.Name = request.Name.Trim();
        if (email is null || email == member.Email) return;

        // A guest's address may already be that of their account at home.
        var isOwn = !await db.Members.AnyAsync(m => m.Email == email && m.Id != member.Id, stop);
        if (isOwn) member.Email = email;
        if (!member.OrganisationConfirmed) await Confirm(member, email, stop);
        if (isOwn) await db.Arrive(new Dictionary<string, MemberId> { [email] = member.Id }, clock.GetUtcNow(), stop);
    }

    /// <summary>The one organisation whose e-mail domain it is; two of the same domain say nothing.</summary>
    private async Task Confirm(Member member, string email, CancellationToken stop)
    {
        List<string> none = [];
        var having = await db.Organisations.Where(o => o.Domains != none).ToListAsync(stop);
        if (having.Where(o => o.HasDomainOf(email)).ToList() is [var organisation] && (member.OrganisationId is null || member.OrganisationId == organisation.Id))
        {
            member.JoinOrganisation(organisation, OrganisationProof.EmailDomain);
        }
    }
}
