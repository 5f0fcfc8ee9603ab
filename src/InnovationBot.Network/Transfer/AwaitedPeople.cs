using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Puts people in the place that files, or authors, had named them for before they were members.</summary>
internal static class AwaitedPeople
{
    /// <summary>Saved by the caller.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="arrived">By address, lower case.</param>
    /// <param name="now">UTC.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task Arrive(this NetworkDb db, IReadOnlyDictionary<string, MemberId> arrived, DateTimeOffset now, CancellationToken stop)
    {
        var emails = arrived.Keys.ToList();
        var awaited = await db.AwaitedPeople.Where(a => emails.Contains(a.Email)).ToListAsync(stop);
        foreach (var place in awaited)
        {
            var member = arrived[place.Email];
            if (place.CaseId is { } @case && await db.CaseContacts.FindAsync([@case, member], stop) is null)
            {
                db.CaseContacts.Add(new CaseContact { CaseId = @case, MemberId = member, Position = place.Position });
                db.Changes.Add(Change.Of(ChangedKind.Case, @case.Value, now));
            }

            if (place.PartnerId is { } named && await db.CasePartners.FindAsync([named], stop) is { State: PartnerState.Named } partner
                && await db.Cases.FindAsync([partner.CaseId], stop) is { } carried)
            {
                await db.AskOrExpect(partner, carried, member, now, stop);
            }

            if (place.NominationId is { } nominated) await AskNominees.Arrive(db, nominated, member, now, stop);
            if (place.NominationPartnerId is { } credited && await db.NominationPartners.FindAsync([credited], stop) is { MemberId: null } declared)
            {
                declared.Ask(member);
                db.Notices.Add(NominationNotices.PartnerNotice(declared, member, now));
            }

            if (place.OrganisationId is { } id && await db.Organisations.FindAsync([id], stop) is { ContactPoint: null } organisation)
            {
                organisation.ContactPoint = member;
                db.Changes.Add(Change.Of(ChangedKind.Organisation, id.Value, now));
            }
        }

        db.AwaitedPeople.RemoveRange(awaited);
    }
}
