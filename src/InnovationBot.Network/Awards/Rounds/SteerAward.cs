using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Events;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>What organisers do with a published round beside its dates: put one off, open the jury phase.</summary>
public sealed class SteerAward(NetworkDb db, AwardLocks locks, EnterAwardPhase enter, TimeProvider clock)
{
    /// <summary>Puts a date off; those concerned hear of it.</summary>
    /// <param name="written">The new local time, in the round's zone.</param>
    /// <param name="laterToo">Dates after it move by as much.</param>
    /// <returns>Faults name the dates that would no longer be in order.</returns>
    public async Task<AwardMade> Extend(AwardRoundId id, AwardDate date, string written, bool laterToo, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return AwardMade.Refused(refusal);
        await using var held = taken!;
        var (round, now, field) = (held.Round, clock.GetUtcNow(), Vocabulary.Write(date));
        if (!round.IsPublished || round.Plan.FoundZone is not { } zone || Instant(round, date) is not { } was) return AwardMade.Refused(Refusal.NoLongerOpen);
        if (was <= now || (date == AwardDate.EligibilityCloses && round.StateAt(now) >= AwardState.Jury) || round.StateAt(now) >= AwardState.Announced) return AwardMade.Refused(AwardRefusals.PhaseOver);
        if (!LocalTime.TryRead(written.Trim(), out var local)) return AwardMade.Faulty([new(field, EventRefusals.TimeUnreadable)]);
        var at = ReadAward.In(local, date, zone);
        if (at.Refusal is { } unclear) return AwardMade.Faulty([new(field, unclear)]);
        if (at.Value <= was) return AwardMade.Faulty([new(field, AwardRefusals.DateEarlier)]);

        var plan = round.Plan.With(date, local);
        if (laterToo) plan = Later(date).Aggregate(plan, (moved, later) => moved[later] is { } there ? moved.With(later, there.AddDays(Days(at.Value - was))) : moved);
        var instants = new AwardInstants(In(AwardDate.CallOpens), In(AwardDate.CallCloses), In(AwardDate.EndorsementsClose), In(AwardDate.EligibilityCloses), In(AwardDate.JuryCloses), In(AwardDate.Announce));
        if (ReadAward.Order(instants).ToList() is { Count: > 0 } faults) return AwardMade.Faulty(faults);

        foreach (var state in round.Advance(now)) await enter.Handle(round, state, null, now, stop);
        round.Describe(plan, instants, now);
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardExtended, by, null, now, $"{id} {field}"));
        foreach (var person in await AwardConcerned.By(db, round, date, stop)) db.Notices.Add(AwardNotice.Of(person, AwardNotices.Extended, id.Value, now, field));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return AwardMade.Done(round);

        DateTimeOffset? In(AwardDate one) => plan[one] is { } time && ReadAward.In(time, one, zone) is { Refusal: null, Value: var moment } ? moment : null;
    }

    /// <summary>Organisers have looked at all nominations: the jury begins, before its date or without one.</summary>
    public async Task<Result<AwardRound>> OpenJury(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using var held = taken!;
        var (round, now) = (held.Round, clock.GetUtcNow());
        var mends = await db.Nominations.Where(n => n.RoundId == id && n.State == NominationState.Submitted && n.MendDue > now).Select(n => n.MendDue!.Value).ToListAsync(stop);
        if (mends.Count > 0) return AwardRefusals.MendsRunning(round, mends.Count, mends.Max());
        foreach (var state in round.Advance(now)) await enter.Handle(round, state, null, now, stop);
        if (round.OpenJury(now) is { } why) return why;
        await enter.Handle(round, AwardState.Jury, by, now, stop);
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return round;
    }

    /// <summary>Dates that can still be put off.</summary>
    public static IEnumerable<AwardDate> Extendable(AwardRound round, DateTimeOffset now) =>
        Enum.GetValues<AwardDate>().Where(date => round.IsPublished && Instant(round, date) > now && !(date == AwardDate.EligibilityCloses && round.StateAt(now) >= AwardState.Jury));

    public static DateTimeOffset? Instant(AwardRound round, AwardDate date) => date switch
    {
        AwardDate.CallOpens => round.CallOpensAt,
        AwardDate.CallCloses => round.CallClosesAt,
        AwardDate.EndorsementsClose => round.Plan.EndorsementsClose is null ? null : round.EndorsementsCloseAt,
        AwardDate.EligibilityCloses => round.EligibilityClosesAt,
        AwardDate.JuryCloses => round.JuryClosesAt,
        _ => round.AnnounceAt,
    };

    private static IEnumerable<AwardDate> Later(AwardDate date) => Enum.GetValues<AwardDate>().Where(one => one > date);

    private static int Days(TimeSpan by) => (int)Math.Ceiling(by.TotalDays);
}
