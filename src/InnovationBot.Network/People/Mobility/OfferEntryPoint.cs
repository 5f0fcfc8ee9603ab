using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Mobility;

/// <summary>The place of an organisation's entry point that somebody left: offered to a colleague there, named by who left or by an organiser, and taken with the colleague's yes.</summary>
public sealed class OfferEntryPoint(NetworkDb db, TimeProvider clock)
{
    /// <summary>Places that wait for somebody, for organisers; those that have another ambassador meanwhile are left out.</summary>
    public async Task<Result<IReadOnlyList<OpenPlace>>> Handle(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        var waiting = await db.Moves.AsNoTracking().Where(m => m.WasEntryPoint && m.SettledAt == null).OrderBy(m => m.MovedAt).Take(60).ToListAsync(stop);
        List<OpenPlace> open = [];
        foreach (var move in waiting) if (await Place(move, stop) is { } place) open.Add(place);
        return open;
    }

    public async Task<Result<OpenPlace>> Show(MoveId id, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        return await db.Moves.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) is { } move && await Place(move, stop) is { } place ? place : Refusal.NotFound;
    }

    /// <param name="email">Of a confirmed member of the organisation.</param>
    /// <returns><see cref="MobilityRefusals.SuccessorUnknown"/>; <see cref="Refusal.NoLongerOpen"/> once it is settled.</returns>
    public async Task<Result<OpenPlace>> Name(MoveId id, string email, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        await using (var transaction = await db.BeginWrite(stop))
        {
            if (await db.Lock<Move>(id, stop) is not { } move) return Refusal.NotFound;
            if (!move.WaitsForSuccessor) return Refusal.NoLongerOpen;
            if (await Colleague(email, move.FromId, move.MemberId, stop) is not { } successor) return MobilityRefusals.SuccessorUnknown;

            var now = clock.GetUtcNow();
            foreach (var earlier in await db.RoleOffers.Where(o => o.Id == move.OfferId && o.State == RoleOfferState.Waiting).ToListAsync(stop))
            {
                if (earlier.ToId == successor.Id) return await Shown(move, stop);
                earlier.Withdraw(now);
            }

            await db.SaveChangesAsync(stop); // the index allows one that waits
            Offer(move, successor, now, by);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return await Show(id, by, stop);
    }

    /// <summary>An organiser leaves it at that: nobody takes the place for now.</summary>
    public async Task<Refusal?> Settle(MoveId id, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (await db.Moves.FindAsync([id], stop) is not { } move) return Refusal.NotFound;
        move.Settle(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>A joined, confirmed member of the organisation.</summary>
    internal async Task<Member?> Colleague(string email, OrganisationId organisation, MemberId? without, CancellationToken stop)
    {
        var address = email.Trim().ToLowerInvariant();
        return await db.Members.SingleOrDefaultAsync(m => m.Email == address, stop) is { HasJoined: true, OrganisationConfirmed: true } member
            && member.OrganisationId == organisation && member.Id != without ? member : null;
    }

    /// <summary>Saved by the caller. The offer comes from whoever left, or once they are forgotten from the organiser who names somebody.</summary>
    internal void Offer(Move move, Member successor, DateTimeOffset now, MemberId? organiser = null)
    {
        var from = move.MemberId ?? organiser;
        var offer = db.RoleOffers.Add(new RoleOffer { Id = EntityId.New<RoleOfferId>(now), Kind = OfferedRole.EntryPoint, FromId = from!.Value, ToId = successor.Id, OfferedAt = now }).Entity;
        move.OfferId = offer.Id;
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = successor.Id, Kind = RoleOfferNotices.Offered, Subject = offer.Id.Value,
            Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
        });
    }

    /// <summary>The colleague's yes: they can be found and asked, the contact point is theirs where nobody else is, and they stand beside the cases that whoever left stood for.</summary>
    internal async Task<Refusal?> Take(RoleOfferId offer, Member to, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Moves.SingleOrDefaultAsync(m => m.OfferId == offer, stop) is not { WaitsForSuccessor: true } move || to.OrganisationId != move.FromId) return Refusal.NoLongerOpen;
        to.Give(Consent.Findable);
        to.Give(Consent.Contactable);
        to.Give(Consent.CaseContact);
        to.BecomeAmbassador(now);
        if (await db.OrganisationOf(move.FromId, stop) is { ContactPoint: null } organisation) organisation.ContactPoint = to.Id;

        var cases = await db.Cases.Include(c => c.Contacts)
            .Where(c => c.OrganisationId == move.FromId && move.MemberId != null && (c.AuthorId == move.MemberId || c.Contacts.Any(contact => contact.MemberId == move.MemberId))).ToListAsync(stop);
        foreach (var @case in cases.Where(c => !c.Contacts.Exists(contact => contact.MemberId == to.Id)))
        {
            @case.Contacts.Add(new Cases.CaseContact { CaseId = @case.Id, MemberId = to.Id, Position = @case.Contacts.Select(contact => contact.Position + 1).DefaultIfEmpty().Max() });
            db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        }

        move.Settle(now);
        return null;
    }

    private async Task<Result<OpenPlace>> Shown(Move move, CancellationToken stop) => await Place(move, stop) is { } place ? place : Refusal.NotFound;

    private async Task<OpenPlace?> Place(Move move, CancellationToken stop)
    {
        if (await db.OrganisationOf(move.FromId, stop) is not { } organisation) return null;
        if (move.WaitsForSuccessor && await db.Members.AnyAsync(m => m.OrganisationId == move.FromId && m.Ambassador == AmbassadorState.Confirmed && m.State == MemberState.Active && m.Id != move.MemberId, stop)) return null;
        var offer = move.OfferId is { } id ? await db.RoleOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) : null;
        var asked = offer is { State: RoleOfferState.Waiting } ? (await db.MemberOf(offer.ToId, stop))?.Name : null;
        return new OpenPlace(move, organisation.Name, asked, offer?.State == RoleOfferState.Declined);
    }
}

/// <param name="Asked">Name of the colleague who was asked and has not answered.</param>
/// <param name="Declined">The last one asked said no.</param>
public sealed record OpenPlace(Move Move, string Organisation, string? Asked, bool Declined);
