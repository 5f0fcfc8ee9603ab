using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>What a juror reads: the list of what is theirs, each nomination, and never what others gave.</summary>
public sealed class JuryDesk(NetworkDb db, KnownConflicts conflicts, TimeProvider clock)
{
    /// <summary>The juror's work in one list: what is left first.</summary>
    public async Task<Result<JuryList>> List(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        if (await Juror(id, by, stop) is not { } juror || await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return JuryRefusals.NotOfJury;
        var mine = await db.JuryAssignments.AsNoTracking().Where(a => a.JurorId == juror.Id).Select(a => a.NominationId).ToListAsync(stop);
        var blocked = await db.JurorConflicts.AsNoTracking().Where(c => c.JurorId == juror.Id).Select(c => c.NominationId).ToListAsync(stop);
        var nominations = (await db.Nominations.AsNoTracking().Where(n => n.RoundId == id && mine.Contains(n.Id)).ToListAsync(stop)).Where(n => n.IsForJury && !blocked.Contains(n.Id));
        var scores = await db.JuryScores.AsNoTracking().Where(s => s.JurorId == juror.Id).ToDictionaryAsync(s => s.NominationId, stop);
        var work = nominations.Select(n => new JuryWork(n, scores.GetValueOrDefault(n.Id))).OrderBy(one => one.Stage).ThenBy(one => one.Nomination.Category, StringComparer.Ordinal).ThenBy(one => one.Nomination.Id.Value);
        return new JuryList(round, juror, [.. work], blocked.Distinct().Count(), clock.GetUtcNow());
    }

    /// <summary>One nomination to be scored.</summary>
    public async Task<Result<JuryPage>> Open(NominationId id, MemberId by, CancellationToken stop)
    {
        var found = await Mine(id, by, stop);
        if (found.Refusal is { } refusal) return refusal;
        var (round, juror, nomination) = found.Value;
        var score = await db.JuryScores.AsNoTracking().SingleOrDefaultAsync(s => s.NominationId == id && s.JurorId == juror.Id, stop);
        var partners = await db.NominationPartners.AsNoTracking().Where(p => p.NominationId == id && p.State == NominationPartnerState.Confirmed).Select(p => p.Name).ToListAsync(stop);
        var sentences = await db.Endorsements.AsNoTracking().Where(e => e.NominationId == id && e.Sentence != "").OrderBy(e => e.Id).Select(e => e.Sentence).Take(MostSentences).ToListAsync(stop);
        var facts = await db.FactChecks.AsNoTracking().Where(c => c.NominationId == id).OrderBy(c => c.CreatedAt).ToListAsync(stop);
        return new JuryPage(round, nomination, await db.OrganisationOf(nomination.OrganisationId, stop), round.Plan.Category(nomination.Category ?? "")?.CriteriaFor(nomination.Track) ?? [], score, partners, sentences, facts);
    }

    /// <summary>Endorsements are read as sentences, a few of them, and never as a number.</summary>
    private const int MostSentences = 5;

    /// <summary>Who of a round's jury somebody is.</summary>
    internal async Task<AwardJuror?> Juror(AwardRoundId round, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is null ? null : await db.AwardJurors.SingleOrDefaultAsync(j => j.RoundId == round && j.MemberId == by && j.LeftAt == null, stop);

    /// <summary>A nomination that was given to this person to score, who has no conflict with it and has declared those there are.</summary>
    internal async Task<Result<(AwardRound Round, AwardJuror Juror, Nomination Nomination)>> Mine(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.Nominations.SingleOrDefaultAsync(n => n.Id == id, stop) is not { } nomination) return Refusal.NotFound;
        if (await Juror(nomination.RoundId, by, stop) is not { } juror) return JuryRefusals.NotOfJury;
        if (await conflicts.Has(juror, nomination, stop)) return JuryRefusals.Conflict;
        if (!await db.JuryAssignments.AnyAsync(a => a.NominationId == id && a.JurorId == juror.Id, stop)) return JuryRefusals.NotGiven;
        if (!nomination.IsForJury) return Refusal.NoLongerOpen;
        if (juror.DeclaredAt is null) return JuryRefusals.DeclareFirst;
        var round = (await db.AwardRounds.FindAsync([nomination.RoundId], stop))!;
        return round.StateAt(clock.GetUtcNow()) < AwardState.Jury ? JuryRefusals.NotOpen : (round, juror, nomination);
    }
}

/// <param name="Conflicts">Nominations this juror has a conflict with, and so does not see.</param>
public sealed record JuryList(AwardRound Round, AwardJuror Juror, IReadOnlyList<JuryWork> Work, int Conflicts, DateTimeOffset Now)
{
    public int Done => Work.Count(one => one.Stage == JuryStage.Submitted);

    public bool MayScore => Round.TakesScores(Now);
}

public sealed record JuryWork(Nomination Nomination, JuryScore? Score)
{
    public JuryStage Stage => Score is null ? JuryStage.Open : Score.SubmittedAt is null ? JuryStage.Draft : JuryStage.Submitted;
}

public enum JuryStage { Draft, Open, Submitted }

/// <param name="Partners">Those that confirmed.</param>
/// <param name="Endorsements">Some of the sentences; how many there are a juror never learns.</param>
public sealed record JuryPage(
    AwardRound Round, Nomination Nomination, Organisation? Organisation, IReadOnlyList<AwardCriterion> Criteria, JuryScore? Score, IReadOnlyList<string> Partners, IReadOnlyList<string> Endorsements, IReadOnlyList<Results.FactCheck> Facts);
