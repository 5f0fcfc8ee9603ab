using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

/// <summary>An organiser makes an organisation, or changes one.</summary>
public sealed class EditOrganisation(NetworkDb db, ShowOrganisation show, TimeProvider clock)
{
    /// <summary>Addresses there are anybody's and confirm nothing.</summary>
    private static readonly HashSet<string> Everybodys =
    [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com", "gmx.de", "gmx.net", "gmx.at", "web.de", "t-online.de", "proton.me",
        "protonmail.com", "siol.net", "telenet.be", "skynet.be", "ziggo.nl", "kpnmail.nl", "orange.fr", "free.fr", "laposte.net", "mail.dk", "eircom.net",
    ];

    /// <param name="Id">None makes a new one.</param>
    /// <param name="Parent">Id, key or name; empty = none.</param>
    /// <param name="Domains">Separated by commas, semicolons or spaces.</param>
    /// <param name="ContactEmail">A member's; empty = none.</param>
    /// <param name="Proposal">What somebody proposed and is answered by this organisation.</param>
    public sealed record Request(
        MemberId By, OrganisationId? Id, string Name, Tier Tier, Sector Sector, string Country, string Parent, string Domains, string Website, string ContactEmail, OrganisationProposalId? Proposal = null);

    public async Task<Result<OrganisationView>> Handle(Request request, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, request.By, stop) is { } refusal) return refusal;
        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWrite(stop);
        var organisation = request.Id is { } id ? await db.Lock<Organisation>(id, stop) : new Organisation { Id = EntityId.New<OrganisationId>(now), Key = "", Name = "", Country = "", CreatedAt = now };
        if (organisation is null) return Refusal.NotFound;

        if (await Take(request, organisation, stop) is { } wrong) return wrong;
        if (request.Id is null)
        {
            organisation.Key = organisation.Id.ToString();
            db.Organisations.Add(organisation);
        }

        db.Changes.Add(Change.Of(ChangedKind.Organisation, organisation.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(request.Id is null ? AuditAct.OrganisationMade : AuditAct.OrganisationChanged, request.By, null, now, organisation.Id.ToString()));
        await Confirm(organisation, now, stop);
        if (request.Proposal is { } proposed) await Answer(proposed, organisation, request.By, now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return await show.Handle(organisation.Id, request.By, stop);
    }

    private async Task<Refusal?> Take(Request request, Organisation organisation, CancellationToken stop)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > OrganisationProposal.LongestName) return OrganisationRefusals.OrganisationNameMissing;
        var country = request.Country.Trim().ToUpperInvariant();
        if (!Countries.Has(country)) return PeopleRefusals.CountryUnknown;

        var others = await db.Organisations.AsNoTracking().Where(o => o.Id != organisation.Id).Select(o => new { o.Id, o.Name, o.Country, o.Parent, o.Domains }).ToListAsync(stop);
        if (others.Exists(o => o.Country == country && string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase))) return OrganisationRefusals.OrganisationNameTaken;

        var domains = request.Domains.Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => text.TrimStart('@').ToLowerInvariant()).Distinct().ToList();
        foreach (var domain in domains)
        {
            if (!IsDomain(domain)) return OrganisationRefusals.DomainUnknown.With("text", domain);
            if (Everybodys.Contains(domain)) return OrganisationRefusals.DomainOfEverybody.With("text", domain);
            if (others.Find(o => o.Domains.Contains(domain)) is { } having) return OrganisationRefusals.DomainTaken.With("organisation", having.Name);
        }

        OrganisationId? parent = null;
        if (!string.IsNullOrWhiteSpace(request.Parent))
        {
            if (await db.OrganisationNamed(request.Parent, stop) is not { } above) return PeopleRefusals.OrganisationNotThere;
            var parents = others.ToDictionary(o => o.Id, o => o.Parent);
            if (above.Id == organisation.Id || parents.LiesBelow(above.Id, organisation.Id)) return OrganisationRefusals.ParentInCircle;
            parent = above.Id;
        }

        var website = request.Website.Trim();
        if (website.Length > 0 && !(Uri.TryCreate(website, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp))) return OrganisationRefusals.WebsiteNoLink;

        MemberId? contact = null;
        if (request.ContactEmail.Trim().ToLowerInvariant() is { Length: > 0 } email)
        {
            if (await db.Members.SingleOrDefaultAsync(m => m.Email == email, stop) is not { } member) return PeopleRefusals.PersonUnknown;
            contact = member.Id;
        }

        (organisation.Name, organisation.Tier, organisation.Sector, organisation.Country) = (name, request.Tier, request.Sector, country);
        (organisation.Parent, organisation.Domains, organisation.Website, organisation.ContactPoint) = (parent, domains, website.Length > 0 ? website : null, contact);
        return null;
    }

    /// <summary>Whoever said to belong here, and whose reported address proves it now, does.</summary>
    private async Task Confirm(Organisation organisation, DateTimeOffset now, CancellationToken stop)
    {
        if (organisation.Domains.Count == 0) return;
        var claiming = await db.Members.Where(m => m.Email != null && m.TenantId != null && m.OrganisationProof == OrganisationProof.Claimed
            && (m.OrganisationId == organisation.Id || m.OrganisationId == null) && m.State != MemberState.Erased && m.State != MemberState.Left).ToListAsync(stop);
        foreach (var member in claiming.Where(member => organisation.HasDomainOf(member.Email)))
        {
            member.JoinOrganisation(organisation, OrganisationProof.EmailDomain);
            db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        }
    }

    private async Task Answer(OrganisationProposalId id, Organisation organisation, MemberId by, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.OrganisationProposals.FindAsync([id], stop) is not { State: ProposalState.Waiting } proposal) return;
        proposal.Decide(ProposalState.Taken, now);
        if (await db.MemberOf(proposal.MemberId, stop) is not { } member || member.OrganisationConfirmed) return;
        member.JoinOrganisation(organisation, member.Id == by && !await OrganiserRights.IsOnlyOne(db, by, stop) ? OrganisationProof.Claimed : OrganisationProof.Organiser);
        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.OrganisationConfirmed, by, member.Id, now));
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = member.Id, Kind = OrganisationNotices.Decided, Subject = organisation.Id.Value, Detail = "yes",
            Timing = NoticeTiming.AtOnce, Priority = NoticePriority.Own, Due = now, CreatedAt = now,
        });
    }

    private static bool IsDomain(string text) =>
        text.Length is > 3 and <= 253 && text.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(text) == UriHostNameType.Dns && !text.StartsWith('.') && !text.EndsWith('.');
}

/// <summary>An organisation that somebody proposed is one the network knows already, or none at all.</summary>
public sealed class DecideProposal(NetworkDb db, TimeProvider clock)
{
    /// <param name="organisation">Id, key or name of the one it is; none = none at all.</param>
    public async Task<Refusal?> Handle(OrganisationProposalId id, string? organisation, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (await db.OrganisationProposals.FindAsync([id], stop) is not { } proposal) return Refusal.NotFound;
        if (proposal.State != ProposalState.Waiting) return Refusal.NoLongerOpen;

        var now = clock.GetUtcNow();
        if (organisation is null)
        {
            proposal.Decide(ProposalState.Declined, now);
            await db.SaveChangesAsync(stop);
            return null;
        }

        if (await db.OrganisationNamed(organisation, stop) is not { } named) return PeopleRefusals.OrganisationNotThere;
        proposal.Decide(ProposalState.Taken, now);
        if (await db.MemberOf(proposal.MemberId, stop) is { OrganisationConfirmed: false } member)
        {
            member.JoinOrganisation(named, member.Id == by && !await OrganiserRights.IsOnlyOne(db, by, stop) ? OrganisationProof.Claimed : OrganisationProof.Organiser);
            db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.OrganisationConfirmed, by, member.Id, now));
            db.Notices.Add(new Notice
            {
                Id = EntityId.New<NoticeId>(now), RecipientId = member.Id, Kind = OrganisationNotices.Decided, Subject = named.Id.Value, Detail = "yes",
                Timing = NoticeTiming.AtOnce, Priority = NoticePriority.Own, Due = now, CreatedAt = now,
            });
        }

        await db.SaveChangesAsync(stop);
        return null;
    }
}
