using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>A nominee says yes or no, a partner whether it is true, and either side takes a nomination back.</summary>
public sealed class AnswerNomination(NetworkDb db, AwardLocks locks, SubmitNomination submit, TimeProvider clock)
{
    /// <summary>Also to change what was agreed to, until the announcement.</summary>
    public async Task<Result<Nomination>> Accept(NomineeId id, MemberId by, NomineeConsents consents, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (taken, nomination, nominee)) return Refusal.NotFound;
        await using var held = taken;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (!nomination.IsInRound || round.StateAt(now) >= AwardState.Announced || (!nominee.HasAccepted && round.StateAt(now) >= AwardState.Jury)) return NominationRefusals.NotNow;

        var isFirstYes = !nominee.HasAccepted;
        if (nominee.Accept(by, consents, now) is { } refusal) return refusal;
        if (isFirstYes)
        {
            nomination.AcceptedAt ??= now;
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.NomineeAccepted, by, null, now, nomination.Id.ToString()));
            if (nomination.NominatorId is { } nominator && nominator != by) db.Notices.Add(AwardNotice.Of(nominator, NominationNotices.Accepted, nomination.Id.Value, now));
            await submit.MakeCaseDraft(nomination, by, stop);
            if (nomination.OrganisationId is null && await db.MemberOf(by, stop) is { OrganisationConfirmed: true } member) nomination.OrganisationId = member.OrganisationId;
        }

        db.HandledAbout(nomination.Id.Value);
        await held.Save(stop);
        return nomination;
    }

    /// <summary>Who says no is erased; a nomination that nobody is left in goes with them.</summary>
    /// <returns>Whether the nomination is gone.</returns>
    public async Task<Result<bool>> Decline(NomineeId id, MemberId by, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (taken, nomination, nominee)) return Refusal.NotFound;
        await using var held = taken;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (nominee.HasAccepted) return NominationRefusals.NotNow; // who said yes takes the nomination back
        db.Nominees.Remove(nominee);
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.NomineeDeclined, by, null, now, round.Id.ToString()));
        var isGone = !await db.Nominees.AnyAsync(n => n.NominationId == nomination.Id && n.Id != id, stop) && !await db.AwaitedPeople.AnyAsync(a => a.NominationId == nomination.Id, stop);
        if (isGone)
        {
            if (nomination.NominatorId is { } nominator) db.Notices.Add(AwardNotice.Of(nominator, NominationNotices.Declined, round.Id.Value, now));
            await NominationErasure.Erase(db, nomination, stop);
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.NominationErased, by, null, now, round.Id.ToString()));
        }

        db.HandledAbout(round.Id.Value);
        await held.Save(stop);
        return isGone;
    }

    /// <summary>By its nominator or a nominee who accepted, until the announcement; the others hear of it.</summary>
    public async Task<Result<Nomination>> Withdraw(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await locks.TakeOf(id, stop) is not var (taken, nomination)) return Refusal.NotFound;
        await using var held = taken;
        var now = clock.GetUtcNow();
        if (nomination.State == NominationState.Draft) return Refusal.NotFound;
        if (nomination.NominatorId != by && !await db.Nominees.AnyAsync(n => n.NominationId == id && n.MemberId == by && n.State == NomineeState.Accepted, stop)) return Refusal.NotFound;
        if (held.Round.StateAt(now) >= AwardState.Announced) return NominationRefusals.NotNow;
        if (nomination.State == NominationState.Withdrawn) return nomination;
        if (nomination.Withdraw(now) is { } refusal) return refusal;
        foreach (var other in await NominationNotices.Sides(db, nomination, stop))
            if (other != by) db.Notices.Add(AwardNotice.Of(other, NominationNotices.Withdrawn, id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.NominationWithdrawn, by, null, now, id.ToString()));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return nomination;
    }

    /// <summary>A partner confirms or declines, and may say otherwise later.</summary>
    public async Task<Result<NominationPartner>> Partner(NominationPartnerId id, MemberId by, bool confirmed, CancellationToken stop)
    {
        if (await db.NominationPartners.FindAsync([id], stop) is not { } partner || partner.MemberId != by) return Refusal.NotFound;
        if (await db.Nominations.FindAsync([partner.NominationId], stop) is not { IsInRound: true }) return Refusal.NoLongerOpen;
        var now = clock.GetUtcNow();
        if (partner.Answer(by, confirmed, now) is { } refusal) return refusal;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.NominationPartnerAnswered, by, null, now, id.ToString()));
        db.HandledAbout(partner.NominationId.Value);
        await db.SaveChangesAsync(stop);
        return partner;
    }

    private async Task<(LockedAward Held, Nomination Nomination, Nominee Nominee)?> Find(NomineeId id, MemberId by, CancellationToken stop)
    {
        if (await db.Nominees.FindAsync([id], stop) is not { } nominee || nominee.MemberId != by) return null;
        return await locks.TakeOf(nominee.NominationId, stop) is var (held, nomination) ? (held, nomination, nominee) : null;
    }
}

/// <summary>Nothing of a nomination is left.</summary>
internal static class NominationErasure
{
    /// <summary>Saved by the caller. What belongs to it goes by its keys; a case that somebody began from it is theirs and stays.</summary>
    public static async Task Erase(NetworkDb db, Nomination nomination, CancellationToken stop)
    {
        var partners = await db.NominationPartners.Where(p => p.NominationId == nomination.Id).Select(p => p.Id).ToListAsync(stop);
        db.AwaitedPeople.RemoveRange(await db.AwaitedPeople.Where(a => a.NominationId == nomination.Id || (a.NominationPartnerId != null && partners.Contains(a.NominationPartnerId.Value))).ToListAsync(stop));
        db.Nominations.Remove(nomination);
    }
}
