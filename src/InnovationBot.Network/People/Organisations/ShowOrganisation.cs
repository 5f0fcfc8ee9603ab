using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

/// <summary>One organisation for organisers: what stands of it, and who can be asked there.</summary>
public sealed class ShowOrganisation(NetworkDb db)
{
    public async Task<Result<OrganisationView>> Handle(OrganisationId id, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } organisation) return Refusal.NotFound;

        var parent = organisation.Parent is { } above ? await db.Organisations.Where(o => o.Id == above).Select(o => o.Name).FirstOrDefaultAsync(stop) : null;
        var contact = organisation.ContactPoint is { } point ? await db.MemberOf(point, stop) : null;
        var members = db.Members.Where(m => m.OrganisationId == id && m.OrganisationProof != OrganisationProof.Claimed && (m.State == MemberState.Active || m.State == MemberState.Paused));
        return new OrganisationView(
            organisation, parent, contact?.Name, contact?.Email, await members.CountAsync(stop), await members.CountAsync(m => m.Ambassador == AmbassadorState.Confirmed, stop));
    }

    /// <summary>What somebody proposed, for the form that makes it.</summary>
    public async Task<Result<ProposalView>> Proposal(OrganisationProposalId id, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (await db.OrganisationProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } proposal) return Refusal.NotFound;
        if (proposal.State != ProposalState.Waiting) return Refusal.NoLongerOpen;
        var member = await db.MemberOf(proposal.MemberId, stop);
        return new ProposalView(proposal, member is null ? PersonShown.Nobody : PersonAccess.Named(member, null, []), member?.Country ?? member?.SaysKind?.Country, member?.SaysKind);
    }
}

/// <param name="Members">Confirmed and joined.</param>
/// <param name="Ambassadors">Of those; none is flagged.</param>
public sealed record OrganisationView(Organisation Organisation, string? Parent, string? Contact, string? ContactEmail, int Members, int Ambassadors);

public sealed record ProposalView(OrganisationProposal Proposal, PersonShown Person, string? Country, OrganisationKind? Kind);

/// <summary>Organisations by name, and what of them waits for an organiser.</summary>
public sealed class ListOrganisations(NetworkDb db)
{
    /// <summary>Rows of one list.</summary>
    public const int Most = 20;

    private const int MostWaiting = 5;

    public async Task<Result<OrganisationList>> Handle(MemberId by, string text, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        var all = (await Lines(stop)).Where(one => one.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return new OrganisationList(text.Trim(), [.. all.Take(Most)], all.Count);
    }

    public async Task<Result<OrganisationsWaiting>> Waiting(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;

        var claiming = db.Members.AsNoTracking().Where(m => m.OrganisationId != null && m.OrganisationProof == OrganisationProof.Claimed
            && (m.State == MemberState.Active || m.State == MemberState.Paused || m.State == MemberState.Met));
        var first = await claiming.OrderBy(m => m.Id).Take(MostWaiting).ToListAsync(stop);
        List<ClaimView> claims = [];
        foreach (var member in first)
        {
            if (await db.OrganisationOf(member.OrganisationId, stop) is { } of)
                claims.Add(new ClaimView(member.Id, of.Id, PersonAccess.Named(member, of, []), member.Email, of.Name, null, member.Id == by));
        }

        var proposals = db.OrganisationProposals.AsNoTracking().Where(p => p.State == ProposalState.Waiting);
        var bare = (await Lines(stop)).Where(one => one is { Members: > 0, Ambassadors: 0 }).OrderByDescending(one => one.Members).ToList();
        return new OrganisationsWaiting(
            claims, await claiming.CountAsync(stop), await proposals.OrderBy(p => p.ProposedAt).Take(MostWaiting).ToListAsync(stop), await proposals.CountAsync(stop),
            [.. bare.Take(MostWaiting)], bare.Count);
    }

    private async Task<List<OrganisationLine>> Lines(CancellationToken stop)
    {
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name, o.Country }).ToListAsync(stop);
        var members = await db.Members.AsNoTracking()
            .Where(m => m.OrganisationId != null && m.OrganisationProof != OrganisationProof.Claimed && (m.State == MemberState.Active || m.State == MemberState.Paused))
            .GroupBy(m => m.OrganisationId!.Value).Select(of => new { of.Key, Members = of.Count(), Ambassadors = of.Count(m => m.Ambassador == AmbassadorState.Confirmed) }).ToDictionaryAsync(of => of.Key, stop);
        return [.. organisations.OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.Id.Value).Select(o => (Organisation: o, Of: members.GetValueOrDefault(o.Id)))
            .Select(one => new OrganisationLine(one.Organisation.Id, one.Organisation.Name, one.Organisation.Country, one.Of?.Members ?? 0, one.Of?.Ambassadors ?? 0))];
    }
}

public sealed record OrganisationLine(OrganisationId Id, string Name, string Country, int Members, int Ambassadors);

/// <param name="Count">How many there are in all.</param>
public sealed record OrganisationList(string Text, IReadOnlyList<OrganisationLine> First, int Count);

/// <param name="Claims">People who say an organisation and wait for confirmation, the first of <paramref name="ClaimCount"/>; as the others.</param>
/// <param name="Bare">Organisations with members and without anybody who can be asked.</param>
public sealed record OrganisationsWaiting(
    IReadOnlyList<ClaimView> Claims, int ClaimCount, IReadOnlyList<OrganisationProposal> Proposals, int ProposalCount, IReadOnlyList<OrganisationLine> Bare, int BareCount);
