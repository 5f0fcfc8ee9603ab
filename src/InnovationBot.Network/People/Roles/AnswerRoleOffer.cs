using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Roles;

/// <summary>Yes or no to standing in for somebody, or to taking over what they are; a yes takes effect at once, for both.</summary>
public sealed class AnswerRoleOffer(NetworkDb db, Absence absence, ShowRoleOffer show, OfferEntryPoint places, TimeProvider clock)
{
    public async Task<Result<RoleOfferView>> Handle(RoleOfferId id, bool yes, MemberId by, CancellationToken stop)
    {
        if (await db.RoleOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } asked) return Refusal.NotFound;
        var candidates = await absence.Candidates(asked.FromId, stop);
        await using (var transaction = await db.BeginWrite(stop))
        {
            if (await db.Lock<RoleOffer>(id, stop) is not { } offer) return Refusal.NotFound;
            var waited = offer.State == RoleOfferState.Waiting;
            var now = clock.GetUtcNow();
            if (offer.Answer(yes, by, now) is { } refusal) return refusal;
            if (waited)
            {
                foreach (var person in new[] { offer.FromId, offer.ToId }.OrderBy(one => one.Value)) await db.Lock<Member>(person, stop);
                if (await db.MemberOf(offer.FromId, stop) is not { } from || await db.MemberOf(by, stop) is not { HasJoined: true } to) return Refusal.NoLongerOpen;
                if (yes && !Holds(offer.Kind, from)) return Refusal.NoLongerOpen;
                if (yes && offer.Kind == OfferedRole.EntryPoint)
                {
                    if (await places.Take(id, to, now, stop) is { } gone) return gone;
                    db.Changes.Add(Change.Of(ChangedKind.Member, to.Id.Value, now));
                    db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleHandedOver, from.Id, to.Id, now, Vocabulary.Write(offer.Kind)));
                }
                else if (yes) await PassOver(offer.Kind, from, to, now, candidates, stop);
                db.Notices.Add(Notice.To(from.Id, RoleOfferNotices.Answered, id.Value, now, NoticeTiming.WorkingHours));
            }

            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return await show.Handle(id, by, stop);
    }

    /// <summary>Whether who offers it still has it.</summary>
    private static bool Holds(OfferedRole kind, Member from) => kind switch
    {
        OfferedRole.Organiser => from.Has(Role.Organiser),
        OfferedRole.EntryPoint => true,
        _ => from.Ambassador == AmbassadorState.Confirmed,
    };

    private async Task PassOver(
        OfferedRole kind, Member from, Member to, DateTimeOffset now, IReadOnlyDictionary<IntroductionId, IReadOnlyList<Introductions.Matching.ChosenPerson>> candidates, CancellationToken stop)
    {
        switch (kind)
        {
            case OfferedRole.Deputy:
                from.DeputyId = to.Id;
                break;
            case OfferedRole.Organiser:
                to.Give(Role.Organiser);
                from.Take(Role.Organiser);
                break;
            default:
                to.Give(Consent.Findable);
                to.Give(Consent.Contactable);
                to.BecomeAmbassador(now);
                foreach (var organisation in await db.Organisations.Where(o => o.ContactPoint == from.Id).ToListAsync(stop)) organisation.ContactPoint = to.Id;
                from.Retire();
                await db.SaveChangesAsync(stop); // passing on reads people anew, the successor perhaps among them
                await absence.PassOn(from.Id, candidates, stop);
                break;
        }

        foreach (var person in new[] { from, to }) db.Changes.Add(Change.Of(ChangedKind.Member, person.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RoleHandedOver, from.Id, to.Id, now, Vocabulary.Write(kind)));
    }
}

/// <summary>An offer for one of its two sides.</summary>
public sealed class ShowRoleOffer(NetworkDb db)
{
    public async Task<Result<RoleOfferView>> Handle(RoleOfferId id, MemberId by, CancellationToken stop)
    {
        if (await db.RoleOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } offer || (offer.ToId != by && offer.FromId != by)) return Refusal.NotFound;
        var other = await db.MemberOf(offer.ToId == by ? offer.FromId : offer.ToId, stop);
        return new RoleOfferView(offer, other is null ? PersonShown.Nobody : PersonAccess.Named(other, await db.OrganisationOf(other.OrganisationId, stop), []), IsAsked: offer.ToId == by);
    }
}

/// <param name="Other">Who asks, for whoever is asked, and the other way round: the two know each other by name.</param>
public sealed record RoleOfferView(RoleOffer Offer, PersonShown Other, bool IsAsked);
