using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

/// <summary>
/// Somebody says where they work. Only an address that the channel reported confirms it at once; else the organisation's contact point
/// is asked, and organisers see that it waits. Saved by the caller.
/// </summary>
public sealed class ClaimOrganisation(NetworkDb db, TimeProvider clock)
{
    public async Task Claim(Member member, Organisation organisation, CancellationToken stop)
    {
        member.Claim(organisation);
        if (member.OrganisationConfirmed || organisation.ContactPoint is not { } contact || contact == member.Id) return;

        var (now, key) = (clock.GetUtcNow(), $"claim:{member.Id}:{organisation.Id}");
        if (await db.Notices.AnyAsync(notice => notice.Key == key, stop)) return;
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = contact, Kind = OrganisationNotices.Claimed, Subject = member.Id.Value, Detail = organisation.Id.ToString(), Key = key,
            Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
        });
    }

    /// <summary>Somebody names an organisation nobody knows; a newer name takes the place of one that waits.</summary>
    public async Task Propose(Member member, string name, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var text = name.Trim();
        if (text.Length > OrganisationProposal.LongestName) text = text[..OrganisationProposal.LongestName];
        if (await db.OrganisationProposals.SingleOrDefaultAsync(p => p.MemberId == member.Id && p.State == ProposalState.Waiting, stop) is { } waiting)
        {
            if (waiting.Name == text) return;
            db.OrganisationProposals.Remove(waiting);
            await db.SaveChangesAsync(stop); // the index allows one that waits
        }

        db.OrganisationProposals.Add(new OrganisationProposal { Id = EntityId.New<OrganisationProposalId>(now), MemberId = member.Id, Name = text, ProposedAt = now });
    }
}
