using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>
/// Partners whom nobody could answer for when the author named them are asked once somebody can: confirmed at the organisation meanwhile, its new contact
/// point, or a reader of the case since it was opened to more.
/// </summary>
public sealed class AskExpectedPartners(NetworkDb db) : IDueWork
{
    /// <summary>The name of its <see cref="Round"/>.</summary>
    public const string RoundName = "cases.partners";

    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) =>
        db.EachRound(RoundName, TimeSpan.FromHours(1), now, most, () => Expected().OrderBy(p => p.Id).Take(most).Select(p => p.Id).ToListAsync(stop), id => Ask(id, now, stop), stop);

    private async Task<bool> Ask(CasePartnerId id, DateTimeOffset now, CancellationToken stop)
    {
        if (await Expected().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } partner || await db.Cases.FindAsync([partner.CaseId], stop) is not { } @case) return false;
        foreach (var person in new[] { partner.MemberId, (await db.OrganisationOf(partner.OrganisationId, stop))?.ContactPoint })
        {
            if (person is not { } one || one == @case.AuthorId || await db.MemberOf(one, stop) is not { State: not MemberState.Left } || !await db.MayBeAskedAsPartner(partner, @case, one, stop)) continue;
            db.AskAsPartner(partner, one, now);
            await db.SaveChangesAsync(stop);
            return true;
        }

        return false;
    }

    /// <summary>The rule of <see cref="CaseAccess"/>, for each one's own case, and that of who answers for an organisation.</summary>
    private IQueryable<CasePartner> Expected() => db.CasePartners.Where(p => p.State == PartnerState.Named && (p.MemberId != null || p.OrganisationId != null)
        && db.Cases.Any(c => c.Id == p.CaseId && (c.State == CaseState.Published || c.State == CaseState.Archived)
            && db.Members.Any(m => m.State != MemberState.Left && m.State != MemberState.Erased && (c.AuthorId == null || m.Id != c.AuthorId)
                && ((m.Id == p.MemberId && (p.OrganisationId == null || (m.OrganisationId == p.OrganisationId && m.OrganisationProof != OrganisationProof.Claimed)))
                    || db.Organisations.Any(o => o.Id == p.OrganisationId && o.ContactPoint == m.Id))
                && (c.Readers == Readers.Network
                    || (m.OrganisationId != null && m.OrganisationProof != OrganisationProof.Claimed
                        && ((c.Readers == Readers.Organisation && c.OrganisationId == m.OrganisationId)
                            || (c.Readers == Readers.PublicBodies && db.Organisations.Any(o => o.Id == m.OrganisationId && o.Sector == Sector.Public))))))));
}
