using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>A juror leaves, or another comes in; the work is spread again. What was submitted stays, since it was given without conflict.</summary>
public sealed class LeaveJury(NetworkDb db, JuryDesk desk, SpreadJuryWork spread, AwardLocks locks, TimeProvider clock)
{
    /// <summary>By the juror.</summary>
    public async Task<Refusal?> Leave(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is null || await desk.Juror(id, by, stop) is not { } juror) return JuryRefusals.NotOfJury;
        var now = clock.GetUtcNow();
        await End(held.Round, juror, null, by, now, stop);
        foreach (var organiser in await db.MembersWith(Role.Organiser, stop)) db.Notices.Add(AwardNotice.Of(organiser.Id, JuryNotices.Left, id.Value, now));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return null;
    }

    /// <summary>By organisers: somebody else with the role of a juror in the place of one who left or is to leave.</summary>
    /// <param name="replaced">None = one more juror, for all categories.</param>
    public async Task<Result<JuryReadiness>> Replace(AwardRoundId id, AwardJurorId? replaced, string email, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using var held = taken!;
        var (round, now, address) = (held.Round, clock.GetUtcNow(), email.Trim().ToLowerInvariant());
        if (round.IsScoringOver(now)) return JuryRefusals.Closed(round);
        var person = await db.Members.SingleOrDefaultAsync(m => m.Email == address && m.State != MemberState.Erased, stop);
        if (person is null) return AwardRefusals.PersonUnknown(address);
        if (!person.Has(Role.Juror)) return AwardRefusals.NoJuror(address);
        if (await db.AwardJurors.AnyAsync(j => j.RoundId == id && j.MemberId == person.Id, stop)) return JuryRefusals.AlreadyJuror;
        var old = replaced is { } given ? await db.AwardJurors.SingleOrDefaultAsync(j => j.Id == given && j.RoundId == id, stop) : null;
        if (replaced is not null && old is null) return Refusal.NotFound;

        var next = db.AwardJurors.Add(new AwardJuror
        {
            Id = EntityId.New<AwardJurorId>(now), RoundId = id, MemberId = person.Id, Categories = old is null ? [.. round.Plan.Categories.Select(category => category.Key)] : [.. old.Categories], CreatedAt = now,
        }).Entity;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardJurorNamed, by, person.Id, now, id.ToString()));
        await db.SaveChangesAsync(stop);
        JuryReadiness ready;
        if (old is { LeftAt: null }) ready = await End(round, old, next.Id, by, now, stop);
        else
        {
            if (old is not null) old.ReplacedBy = next.Id;
            ready = await Again(round, now, stop);
        }

        db.HandledAbout(id.Value);
        await held.Save(stop);
        return ready;
    }

    private async Task<JuryReadiness> End(AwardRound round, AwardJuror juror, AwardJurorId? next, MemberId by, DateTimeOffset now, CancellationToken stop)
    {
        (juror.LeftAt, juror.ReplacedBy) = (now, next);
        db.JuryScores.RemoveRange(await db.JuryScores.Where(s => s.JurorId == juror.Id && s.SubmittedAt == null).ToListAsync(stop));
        db.JuryAssignments.RemoveRange(await db.JuryAssignments.Where(a => a.JurorId == juror.Id && !db.JuryScores.Any(s => s.JurorId == juror.Id && s.NominationId == a.NominationId && s.SubmittedAt != null)).ToListAsync(stop));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardJurorLeft, by, juror.MemberId, now, round.Id.ToString()));
        await db.SaveChangesAsync(stop);
        return await Again(round, now, stop);
    }

    private async Task<JuryReadiness> Again(AwardRound round, DateTimeOffset now, CancellationToken stop)
    {
        if (round.StateAt(now) == AwardState.Jury && round.TakesScores(now)) return await spread.Spread(round, now, stop);
        return await spread.Ready(round, stop);
    }
}

/// <summary>Three days before the jury phase ends, jurors who have not finished hear of it.</summary>
public sealed class RemindJurors(NetworkDb db, AwardLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.AwardRounds.AsNoTracking().Where(r => r.ReminderDue <= now && r.State == AwardState.Jury).OrderBy(r => r.ReminderDue).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Round: { State: AwardState.Jury } round } || !(round.ReminderDue <= now)) return false;
            round.ReminderDue = null;
            var jurors = await db.AwardJurors.Where(j => j.RoundId == id && j.LeftAt == null && j.MemberId != null
                && db.JuryAssignments.Any(a => a.JurorId == j.Id && !db.JuryScores.Any(s => s.JurorId == j.Id && s.NominationId == a.NominationId && s.SubmittedAt != null))).ToListAsync(stop);
            foreach (var juror in jurors) db.Notices.Add(AwardNotice.Of(juror.MemberId!.Value, JuryNotices.Reminder, id.Value, now));
            await held.Save(stop);
            return true;
        });
    }
}
