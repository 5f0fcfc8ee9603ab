using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Results;

/// <summary>The shortlist, and what was found of its claimed results: recorded by somebody without conflict, answered by the team once, read by jurors.</summary>
public sealed class CheckFacts(NetworkDb db, AwardLocks locks, KnownConflicts conflicts, TimeProvider clock)
{
    /// <summary>Shortlisted, finalist, or back among the eligible: organisers, once the scores are in.</summary>
    public async Task<Result<Nomination>> Place(NominationId id, NominationState state, MemberId by, CancellationToken stop)
    {
        if (await locks.TakeOf(id, stop) is not var (held, nomination)) return Refusal.NotFound;
        await using var _ = held;
        if (await db.MemberOf(by, stop) is not { } member || !AwardAccess.MayOrganise(member)) return AwardRefusals.OrganisersOnly;
        var now = clock.GetUtcNow();
        if (!held.Round.IsScoringOver(now)) return AwardRefusals.ScoringNotOver;
        if (held.Round.StateAt(now) >= AwardState.Decided) return ResultRefusals.DecidedAlready;
        if (state is not (NominationState.Eligible or NominationState.Shortlisted or NominationState.Finalist)) return Refusal.NoLongerOpen;
        if (nomination.Place(state) is { } refusal) return refusal;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardPlaced, by, null, now, $"{Vocabulary.Write(state)} {id}"));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return nomination;
    }

    /// <summary>What a reader of the fact check sees: organisers, the team, jurors without conflict.</summary>
    public async Task<Result<FactsView>> Read(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop) is not { } nomination || await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        var (team, juror) = (await IsTeam(nomination, by, stop), await db.AwardJurors.AsNoTracking().SingleOrDefaultAsync(j => j.RoundId == nomination.RoundId && j.MemberId == by && j.LeftAt == null, stop));
        var without = (juror is not null || AwardAccess.MayOrganise(member)) && !await HasConflict(nomination, member, juror, stop);
        if (!team && !without) return juror is null && !AwardAccess.MayOrganise(member) ? Refusal.NotFound : ResultRefusals.FactConflict;
        var round = (await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop));
        var checks = await db.FactChecks.AsNoTracking().Where(c => c.NominationId == id).OrderBy(c => c.CreatedAt).ToListAsync(stop);
        var open = round.StateAt(clock.GetUtcNow()) is AwardState.Jury && round.IsScoringOver(clock.GetUtcNow());
        return new FactsView(round, nomination, checks, MayRecord: without && !team && open && nomination.State == NominationState.Finalist, MayAnswer: team && open);
    }

    /// <summary>What somebody without conflict found of one claim.</summary>
    public async Task<Result<FactCheck>> Record(NominationId id, string claim, FactVerdict verdict, string source, DateOnly on, MemberId by, CancellationToken stop)
    {
        if (await locks.TakeOf(id, stop) is not var (held, nomination)) return Refusal.NotFound;
        await using var _ = held;
        var juror = await db.AwardJurors.AsNoTracking().SingleOrDefaultAsync(j => j.RoundId == nomination.RoundId && j.MemberId == by && j.LeftAt == null, stop);
        if (await db.MemberOf(by, stop) is not { } member || (juror is null && !AwardAccess.MayOrganise(member))) return AwardRefusals.OrganisersOnly;
        if (await HasConflict(nomination, member, juror, stop)) return ResultRefusals.FactConflict;
        var now = clock.GetUtcNow();
        if (!held.Round.IsScoringOver(now)) return AwardRefusals.ScoringNotOver;
        if (held.Round.StateAt(now) >= AwardState.Decided) return ResultRefusals.DecidedAlready;
        if (nomination.State != NominationState.Finalist) return ResultRefusals.FactFinalistsOnly;
        if (claim.Trim().Length == 0 || source.Trim().Length == 0) return ResultRefusals.FactIncomplete;
        if (Markup.IsIn(claim) || Markup.IsIn(source)) return EventRefusals.HtmlInText;
        if (on > DateOnly.FromDateTime(now.AddDays(1).UtcDateTime)) return ResultRefusals.FactDateAhead;

        var check = db.FactChecks.Add(new FactCheck { Id = EntityId.New<FactCheckId>(now), NominationId = id, CheckerId = by, Claim = claim.Trim(), Verdict = verdict, Source = source.Trim(), CheckedOn = on, CreatedAt = now }).Entity;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardFactChecked, by, null, now, $"{Vocabulary.Write(verdict)} {id}"));
        foreach (var person in await Team(nomination, stop)) db.Notices.Add(AwardNotice.Of(person, ResultNotices.Fact, id.Value, now));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return check;
    }

    /// <summary>The team's word to it, once.</summary>
    public async Task<Result<FactCheck>> Answer(FactCheckId id, string answer, MemberId by, CancellationToken stop)
    {
        if (await db.FactChecks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found || await locks.TakeOf(found.NominationId, stop) is not var (held, nomination)) return Refusal.NotFound;
        await using var _ = held;
        if (!await IsTeam(nomination, by, stop)) return Refusal.NotYours;
        var check = await db.FactChecks.SingleAsync(c => c.Id == id, stop);
        var now = clock.GetUtcNow();
        if (check.Answer is not null) return ResultRefusals.FactAnswered;
        if (held.Round.StateAt(now) >= AwardState.Decided) return ResultRefusals.DecidedAlready;
        if (answer.Trim().Length == 0) return EventRefusals.FieldMissing;
        if (Markup.IsIn(answer)) return EventRefusals.HtmlInText;
        (check.Answer, check.AnsweredById, check.AnsweredAt) = (answer.Trim(), by, now);
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardFactAnswered, by, check.CheckerId, now, nomination.Id.ToString()));
        db.HandledAbout(nomination.Id.Value);
        await held.Save(stop);
        return check;
    }

    private async Task<bool> HasConflict(Nomination nomination, Member member, AwardJuror? juror, CancellationToken stop) =>
        await conflicts.Has(juror ?? new AwardJuror { Id = EntityId.From<AwardJurorId>(member.Id.Value), RoundId = nomination.RoundId, MemberId = member.Id }, nomination, stop);

    private async Task<bool> IsTeam(Nomination nomination, MemberId by, CancellationToken stop) => (await Team(nomination, stop)).Contains(by);

    private Task<List<MemberId>> Team(Nomination nomination, CancellationToken stop) =>
        db.Nominees.AsNoTracking().Where(n => n.NominationId == nomination.Id && n.State == NomineeState.Accepted).Select(n => n.MemberId).ToListAsync(stop);
}

public sealed record FactsView(AwardRound Round, Nomination Nomination, IReadOnlyList<FactCheck> Checks, bool MayRecord, bool MayAnswer);
