using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>An ambassador asks for a deputy or a successor, an organiser for a successor.</summary>
public sealed class OfferRole(NetworkDb db, TimeProvider clock)
{
    /// <param name="email">Of a member whom the asker may see by name, or of their own organisation.</param>
    /// <returns><see cref="AmbassadorRefusals.NotAmbassador"/>, <see cref="RoleOfferRefusals.NobodyToOffer"/>, <see cref="Refusal.NotYours"/>.</returns>
    public async Task<Result<RoleOffer>> Handle(OfferedRole kind, string email, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } from) return Refusal.NotFound;
        if (kind == OfferedRole.EntryPoint) return Refusal.NotYours; // offered with a move alone
        if (kind == OfferedRole.Organiser ? !from.Has(Role.Organiser) : from.Ambassador != AmbassadorState.Confirmed)
            return kind == OfferedRole.Organiser ? Refusal.NotYours : AmbassadorRefusals.NotAmbassador;

        var address = email.Trim().ToLowerInvariant();
        var to = address.Length == 0 ? null : await db.Members.SingleOrDefaultAsync(m => m.Email == address, stop);
        if (to is null || to.Id == by || !to.HasJoined || !await MaySee(from, to, stop)) return RoleOfferRefusals.NobodyToOffer;

        var now = clock.GetUtcNow();
        foreach (var earlier in await db.RoleOffers.Where(o => o.FromId == by && o.Kind == kind && o.State == RoleOfferState.Waiting).ToListAsync(stop))
        {
            if (earlier.ToId == to.Id) return earlier;
            earlier.Withdraw(now);
        }

        // the index allows one that waits
        await db.SaveChangesAsync(stop);
        var offer = db.RoleOffers.Add(new RoleOffer { Id = EntityId.New<RoleOfferId>(now), Kind = kind, FromId = by, ToId = to.Id, OfferedAt = now }).Entity;
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = to.Id, Kind = RoleOfferNotices.Offered, Subject = offer.Id.Value,
            Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
        });
        await db.SaveChangesAsync(stop);
        return offer;
    }

    /// <summary>Takes an offer back that nobody answered.</summary>
    public async Task<Refusal?> Withdraw(OfferedRole kind, MemberId by, CancellationToken stop)
    {
        foreach (var waiting in await db.RoleOffers.Where(o => o.FromId == by && o.Kind == kind && o.State == RoleOfferState.Waiting).ToListAsync(stop)) waiting.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>Whether there is somebody of an address is told only of whom the person may see anyway.</summary>
    private async Task<bool> MaySee(Member from, Member to, CancellationToken stop) =>
        from.Has(Role.Organiser) || (from.OrganisationConfirmed && to.OrganisationConfirmed && from.OrganisationId == to.OrganisationId)
        || (await db.ReaderOf(from.Id, stop)).MayName(to);
}

public static class RoleOfferRefusals
{
    /// <summary>Nobody whom the asker may see has this address.</summary>
    public static readonly Refusal NobodyToOffer = new("NobodyToOffer");
}

public static class RoleOfferNotices
{
    /// <summary>To whoever is asked; the subject is the <see cref="RoleOffer"/>, as of the other.</summary>
    public const string Offered = "role.offered";

    /// <summary>To whoever asked: yes or no.</summary>
    public const string Answered = "role.answered";
}
