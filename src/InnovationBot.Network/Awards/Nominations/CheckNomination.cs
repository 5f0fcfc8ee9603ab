using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>What an organiser finds of a nomination.</summary>
public enum EligibilityVerdict { Eligible, Mend, Ineligible }

/// <summary>Organisers hold nominations against the rules, with a reason; a mend is asked for before anything is refused.</summary>
public sealed class CheckNomination(NetworkDb db, AwardLocks locks, TimeProvider clock)
{
    public const int MostReason = 1000;

    /// <summary>Days for a mend unless the organiser says another day, or the phase ends before.</summary>
    public const int MendDays = 5;

    /// <param name="Until">Last day for the mend, by the round's clock.</param>
    public sealed record Request(NominationId Nomination, MemberId By, EligibilityVerdict Verdict, string Reason, DateOnly? Until = null);

    public async Task<Result<Nomination>> Handle(Request request, CancellationToken stop)
    {
        if (await db.MemberOf(request.By, stop) is not { } organiser || !AwardAccess.MayOrganise(organiser)) return AwardRefusals.OrganisersOnly;
        if (await locks.TakeOf(request.Nomination, stop) is not var (taken, nomination)) return Refusal.NotFound;
        await using var held = taken;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (nomination.State == NominationState.Draft) return Refusal.NotFound;
        if (round.StateAt(now) is AwardState.Draft or >= AwardState.Jury) return NominationRefusals.NotNow;
        if (await IsSide(nomination, request.By, stop)) return NominationRefusals.OwnNomination;
        var reason = ReadAward.Given(request.Reason);
        if (reason is null && request.Verdict != EligibilityVerdict.Eligible) return NominationRefusals.ReasonMissing;
        if (reason?.Length > MostReason) return EventRefusals.TextTooLong(MostReason, reason.Length);
        if (reason is not null && Markup.IsIn(reason)) return EventRefusals.HtmlInText;

        var refusal = request.Verdict switch
        {
            EligibilityVerdict.Eligible => nomination.FindEligible(request.By, reason),
            EligibilityVerdict.Mend => MendUntil(round, request.Until, now) is { } until ? nomination.AskForMend(request.By, reason!, until, now) : NominationRefusals.MendTimePast,
            _ => nomination.FindIneligible(round, request.By, reason!, now),
        };
        if (refusal is not null) return refusal;
        if (request.Verdict == EligibilityVerdict.Mend)
        {
            if (nomination.NominatorId is { } nominator) db.Notices.Add(AwardNotice.Of(nominator, NominationNotices.Mend, nomination.Id.Value, now));
        }
        else
        {
            await NominationNotices.TellChecked(db, nomination, now, stop);
        }

        var act = request.Verdict switch
        {
            EligibilityVerdict.Eligible => AuditAct.NominationEligible,
            EligibilityVerdict.Mend => AuditAct.NominationMendAsked,
            _ => AuditAct.NominationIneligible,
        };
        db.AuditEvents.Add(AuditEvent.Of(act, request.By, null, now, nomination.Id.ToString()));
        db.HandledAbout(nomination.Id.Value);
        await held.Save(stop);
        return nomination;
    }

    private async Task<bool> IsSide(Nomination nomination, MemberId by, CancellationToken stop) =>
        nomination.NominatorId == by || await db.Nominees.AnyAsync(n => n.NominationId == nomination.Id && n.MemberId == by, stop) || await db.CoNominators.AnyAsync(n => n.NominationId == nomination.Id && n.MemberId == by, stop);

    /// <summary>The end of that day, never after the phase.</summary>
    private static DateTimeOffset? MendUntil(AwardRound round, DateOnly? day, DateTimeOffset now)
    {
        var zone = round.Plan.FoundZone ?? TimeZoneInfo.Utc;
        var last = day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(MendDays);
        if (last == DateOnly.MaxValue) return null;
        if (new LocalTime(last.AddDays(1), null).In(zone) is not { Refusal: null, Value: var until }) return null;
        if (round.EligibilityClosesAt is { } end && end < until) until = end;
        return until > now ? until : null;
    }
}
