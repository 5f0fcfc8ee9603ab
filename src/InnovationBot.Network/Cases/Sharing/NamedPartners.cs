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
    /// An organisation that the network knows answers by the person named, if that one is confirmed there, or by its contact point; anybody else by the
    /// address the author wrote, once somebody of that address writes with the bot. Who may not answer yet is asked once they may (<see cref="AskExpectedPartners"/>).
    /// </summary>
    private async Task Ask(CasePartner partner, Case @case, string? email, MemberId author, DateTimeOffset now, CancellationToken stop)
    {
        var organisation = await db.Organisations.OrderBy(o => o.Id).FirstOrDefaultAsync(o => o.Name == partner.Name, stop);
        partner.OrganisationId = organisation?.Id;
        var contact = organisation?.ContactPoint is { } point ? await db.MemberOf(point, stop) : null;
        var named = email is null ? contact : await db.Members.FirstOrDefaultAsync(m => m.Email == email && m.State != MemberState.Erased && m.State != MemberState.Left, stop);
        if (named is not null && contact is not null && !await db.MayBeAskedAsPartner(partner, @case, named.Id, stop)) named = contact;
        if (email is null && named is null && partner.MemberId is { } expected) named = await db.MemberOf(expected, stop);
        if ((named ?? contact) is { } asked)
        {
            if (asked.Id != author) await db.AskOrExpect(partner, @case, asked.Id, now, stop);
        }
        else if (email is not null)
        {
            db.AwaitedPeople.RemoveRange(await db.AwaitedPeople.Where(a => a.PartnerId == partner.Id && a.Email != email).ToListAsync(stop)); // the author wrote another address
            if (!await db.AwaitedPeople.AnyAsync(a => a.PartnerId == partner.Id && a.Email == email, stop)) db.AwaitedPeople.Add(new AwaitedPerson { Email = email, PartnerId = partner.Id });
        }
    }

    internal static Notice Notice(CasePartner partner, MemberId asked, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = asked, Kind = SharingNotices.PartnerAsked, Subject = partner.Id.Value,
        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
