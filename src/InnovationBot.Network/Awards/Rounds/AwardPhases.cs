using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>What follows when a round enters a phase: by its date, or because organisers opened it.</summary>
public sealed class EnterAwardPhase(NetworkDb db)
{
    /// <summary>Within the caller's transaction and lock.</summary>
    /// <param name="by">None when the date did it.</param>
    public async Task Handle(AwardRound round, AwardState state, MemberId? by, DateTimeOffset now, CancellationToken stop)
    {
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardPhaseBegan, by, null, now, $"{round.Id} {Vocabulary.Write(state)}"));
        if (state == AwardState.Jury) await CloseEligibility(round, now, stop);
        foreach (var organiser in await db.MembersWith(Role.Organiser, stop))
            if (organiser.Id != by) db.Notices.Add(AwardNotice.Of(organiser.Id, AwardNotices.Phase, round.Id.Value, now, Vocabulary.Write(state)));
    }

    /// <summary>
    /// Nobody is left out for an organiser's silence: what nobody checked is taken. What no nominee accepted, and what was not
    /// mended in its time, is not.
    /// </summary>
    private async Task CloseEligibility(AwardRound round, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var nomination in await db.Nominations.Where(n => n.RoundId == round.Id && (n.State == NominationState.Submitted || n.State == NominationState.Eligible)).ToListAsync(stop))
        {
            if (nomination.AcceptedAt is null)
            {
                nomination.Withdraw(now);
                if (nomination.NominatorId is { } nominator) db.Notices.Add(AwardNotice.Of(nominator, NominationNotices.NotAccepted, nomination.Id.Value, now));
            }
            else if (nomination is { State: NominationState.Submitted, MendDue: not null })
            {
                nomination.LapseMend();
                await NominationNotices.TellChecked(db, nomination, now, stop);
            }
            else if (nomination.State == NominationState.Submitted)
            {
                nomination.FindEligible(null, null);
            }
        }
    }
}

/// <summary>Phases change by themselves on their dates.</summary>
public sealed class AdvanceAwards(NetworkDb db, AwardLocks locks, EnterAwardPhase enter) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.AwardRounds.AsNoTracking().Where(r => r.PhaseDue <= now).OrderBy(r => r.PhaseDue).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Round: var round } || round.Advance(now) is not { Count: > 0 } begun) return false;
            foreach (var state in begun) await enter.Handle(round, state, null, now, stop);
            await held.Save(stop);
            return true;
        });
    }
}

/// <summary>Three days before a phase ends, whoever has something unfinished in it hears of it: drafts, nominees who have not answered, mends.</summary>
public sealed class RemindOfAwards(NetworkDb db, AwardLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.AwardRounds.AsNoTracking().Where(r => r.ReminderDue <= now && r.State != AwardState.Jury).OrderBy(r => r.ReminderDue).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Round: var round } || !(round.ReminderDue <= now)) return false;
            round.ReminderDue = null;
            foreach (var member in await AwardConcerned.Unfinished(db, round, now, stop))
                db.Notices.Add(AwardNotice.Of(member, AwardNotices.Reminder, id.Value, now));
            await held.Save(stop);
            return true;
        });
    }
}

/// <summary>Whom a date of a round concerns.</summary>
internal static class AwardConcerned
{
    /// <summary>Has something to finish before the phase that runs ends.</summary>
    public static async Task<IReadOnlyCollection<MemberId>> Unfinished(NetworkDb db, AwardRound round, DateTimeOffset now, CancellationToken stop)
    {
        HashSet<MemberId> people = [];
        var nominations = db.Nominations.AsNoTracking().Where(n => n.RoundId == round.Id);
        if (round.StateAt(now) == AwardState.Call)
            people.UnionWith((await nominations.Where(n => n.State == NominationState.Draft && n.NominatorId != null).Select(n => n.NominatorId!.Value).ToListAsync(stop)));
        people.UnionWith(await nominations.Where(n => n.State == NominationState.Submitted && n.MendDue > now && n.NominatorId != null).Select(n => n.NominatorId!.Value).ToListAsync(stop));
        people.UnionWith(await nominations.Where(n => n.State == NominationState.Submitted || n.State == NominationState.Eligible)
            .Join(db.Nominees.Where(n => n.State == NomineeState.Asked), n => n.Id, n => n.NominationId, (_, nominee) => nominee.MemberId).ToListAsync(stop));
        return people;
    }

    /// <summary>Acts, or waits, until that date.</summary>
    public static async Task<IReadOnlyCollection<MemberId>> By(NetworkDb db, AwardRound round, AwardDate date, CancellationToken stop)
    {
        HashSet<MemberId> people = [];
        if (date == AwardDate.JuryCloses)
        {
            people.UnionWith((await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == round.Id && j.LeftAt == null).Select(j => j.MemberId).ToListAsync(stop)).OfType<MemberId>());
            return people;
        }

        var nominations = db.Nominations.AsNoTracking().Where(n => n.RoundId == round.Id && n.State != NominationState.Withdrawn && n.State != NominationState.Ineligible);
        if (date is not (AwardDate.CallOpens or AwardDate.CallCloses)) nominations = nominations.Where(n => n.State != NominationState.Draft);
        people.UnionWith((await nominations.Select(n => n.NominatorId).ToListAsync(stop)).OfType<MemberId>());
        people.UnionWith(await nominations.Join(db.Nominees, n => n.Id, n => n.NominationId, (_, nominee) => nominee.MemberId).ToListAsync(stop));
        return people;
    }
}

/// <summary>What people hear of an award follows from their own act; it waits for their working hours.</summary>
internal static class AwardNotice
{
    public static Notice Of(MemberId to, string kind, Guid subject, DateTimeOffset now, string? detail = null) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = to, Kind = kind, Subject = subject, Detail = detail,
        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.EventChange, Due = now, CreatedAt = now,
    };
}
