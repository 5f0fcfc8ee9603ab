using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Transfer;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Partners as an author names them become rows of the case, each asked whether it is true; nobody is shown as one before they said so.</summary>
public sealed class NamedPartners(NetworkDb db)
{
    /// <summary>Partners that stay keep their answer; new ones are asked; those no longer named go. Saved by the caller.</summary>
    /// <param name="case">With <see cref="Case.NamedPartners"/>.</param>
    public async Task Name(Case @case, IReadOnlyList<PartnerNamed> named, MemberId author, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var gone in @case.NamedPartners.Where(there => !named.Any(partner => Same(partner.Name, there.Name))).ToList())
        {
            @case.NamedPartners.Remove(gone);
            db.CasePartners.Remove(gone);
            db.AwaitedPeople.RemoveRange(await db.AwaitedPeople.Where(a => a.PartnerId == gone.Id).ToListAsync(stop));
        }

        foreach (var (position, partner) in named.DistinctBy(one => one.Name.ToUpperInvariant()).Index())
        {
            var row = @case.NamedPartners.Find(there => Same(partner.Name, there.Name));
            if (row is null)
            {
                row = db.CasePartners.Add(new CasePartner { Id = EntityId.New<CasePartnerId>(now), CaseId = @case.Id, Name = partner.Name }).Entity;
                if (!@case.NamedPartners.Contains(row)) @case.NamedPartners.Add(row);
            }

            (row.Position, row.Sector) = (position, partner.Sector);
            if (row.State == PartnerState.Named) await Ask(row, @case, partner.Email?.ToLowerInvariant(), author, now, stop);
        }
    }

    /// <summary>
    /// An organisation that the network knows answers by its contact point, or by the person named, if that one is confirmed
    /// there; anybody else by the address the author wrote, once somebody of that address writes with the bot. Who may not read the case is not asked:
    /// the question shows what their name would stand under.
    /// </summary>
    private async Task Ask(CasePartner partner, Case @case, string? email, MemberId author, DateTimeOffset now, CancellationToken stop)
    {
        var organisation = await db.Organisations.OrderBy(o => o.Id).FirstOrDefaultAsync(o => o.Name == partner.Name, stop);
        partner.OrganisationId = organisation?.Id;
        var named = email is null ? null : await db.Members.FirstOrDefaultAsync(m => m.Email == email && m.State != MemberState.Erased && m.State != MemberState.Left, stop);
        if (organisation is not null && named is not null && (named.OrganisationId != organisation.Id || !named.OrganisationConfirmed)) named = null;
        if (named is null && organisation?.ContactPoint is { } contact) named = await db.MemberOf(contact, stop);
        if (named is not null && named.Id != author && await db.MayBeAskedAsPartner(@case, named.Id, stop))
        {
            partner.Ask(named.Id, now);
            db.Notices.Add(Notice(partner, named.Id, now));
        }
        else if (email is not null && organisation is null && named is null && !await db.AwaitedPeople.AnyAsync(a => a.PartnerId == partner.Id, stop))
        {
            db.AwaitedPeople.Add(new AwaitedPerson { Email = email, PartnerId = partner.Id });
        }
    }

    internal static Notice Notice(CasePartner partner, MemberId asked, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = asked, Kind = SharingNotices.PartnerAsked, Subject = partner.Id.Value,
        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
