using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Somebody who felt the result says so in one sentence; said again it replaces the first. Not of one's own team, and no vote.</summary>
public sealed class EndorseNomination(NetworkDb db, AwardLocks locks, ListAwards awards, TimeProvider clock)
{
    public async Task<Result<EndorsementView>> Handle(NominationId id, MemberId by, string sentence, CancellationToken stop)
    {
        if (await locks.TakeOf(id, stop) is not var (taken, nomination)) return Refusal.NotFound;
        await using var held = taken;
        if (await May(nomination, held.Round, by, stop) is { } refusal) return refusal;
        var text = ReadAward.Given(sentence)?.ReplaceLineEndings(" ") ?? "";
        if (text.Length is 0 or > Endorsement.MostSentence || Markup.IsIn(text)) return NominationRefusals.EndorseSentence;
        if (PersonalDataFinder.Find(text).Any(found => found.Kind != PersonalDataKind.Name)) return NominationRefusals.PersonalData;

        var now = clock.GetUtcNow();
        var given = await db.Endorsements.SingleOrDefaultAsync(e => e.NominationId == id && e.MemberId == by, stop);
        if (given is null)
        {
            given = db.Endorsements.Add(new Endorsement { Id = EntityId.New<EndorsementId>(now), NominationId = id, MemberId = by, Sentence = text, CreatedAt = now, ChangedAt = now }).Entity;
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.NominationEndorsed, by, null, now, id.ToString()));
        }
        else
        {
            (given.Sentence, given.ChangedAt) = (text, now);
        }

        db.HandledAbout(id.Value);
        await held.Save(stop);
        return new EndorsementView(nomination, held.Round, await db.OrganisationOf(nomination.OrganisationId, stop), given, null);
    }

    /// <summary>What somebody may see before they endorse: title, organisation and problem, where all nominees agreed; else nothing is there.</summary>
    public async Task<Result<EndorsementView>> Show(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop) is not { } nomination) return Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        var refusal = await May(nomination, round, by, stop);
        if (refusal == Refusal.NotFound) return Refusal.NotFound;
        var own = await db.Endorsements.AsNoTracking().SingleOrDefaultAsync(e => e.NominationId == id && e.MemberId == by, stop);
        return new EndorsementView(nomination, round, await db.OrganisationOf(nomination.OrganisationId, stop), own, refusal);
    }

    /// <summary>For a place that many read.</summary>
    public async Task<Result<EndorsementView>> Public(NominationId id, CancellationToken stop)
    {
        if (await db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, stop) is not { } nomination || !await awards.Endorsable(nomination.RoundId).AnyAsync(n => n.Id == id, stop)) return Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        return new EndorsementView(nomination, round, await db.OrganisationOf(nomination.OrganisationId, stop), null, round.TakesEndorsements(clock.GetUtcNow()) ? null : NominationRefusals.EndorseClosed);
    }

    /// <summary>Nominations of a round that somebody may endorse, by title.</summary>
    public async Task<Result<IReadOnlyList<EndorsementView>>> List(AwardRoundId id, MemberId by, int skip, int take, CancellationToken stop)
    {
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { IsPublished: true } round || await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (!AwardAccess.ReadsNominations(member, await db.OrganisationOf(member.OrganisationId, stop))) return NominationRefusals.EndorsePublicOnly;
        if (!round.TakesEndorsements(clock.GetUtcNow())) return NominationRefusals.EndorseClosed;
        List<EndorsementView> views = [];
        foreach (var nomination in await awards.Endorsable(id).OrderBy(n => n.Id).Skip(skip).Take(take).ToListAsync(stop))
            views.Add(new EndorsementView(nomination, round, await db.OrganisationOf(nomination.OrganisationId, stop), null, null));
        return views;
    }

    private async Task<Refusal?> May(Nomination nomination, AwardRound round, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (nomination.NominatorId == by || await db.CoNominators.AnyAsync(n => n.NominationId == nomination.Id && n.MemberId == by, stop)
            || await db.Nominees.AnyAsync(n => n.NominationId == nomination.Id && n.MemberId == by, stop)
            || await db.NominationPartners.AnyAsync(p => p.NominationId == nomination.Id && p.MemberId == by, stop)) return NominationRefusals.EndorseOwnTeam;
        if (!await awards.Endorsable(round.Id).AnyAsync(n => n.Id == nomination.Id, stop)) return Refusal.NotFound;
        if (!AwardAccess.ReadsNominations(member, await db.OrganisationOf(member.OrganisationId, stop))) return NominationRefusals.EndorsePublicOnly;
        return round.TakesEndorsements(clock.GetUtcNow()) ? null : NominationRefusals.EndorseClosed;
    }
}

/// <summary>A nomination as people who may endorse it see it.</summary>
/// <param name="Own">What the reader said.</param>
/// <param name="WhyNot">Why the reader cannot endorse it.</param>
public sealed record EndorsementView(Nomination Nomination, AwardRound Round, Organisation? Organisation, Endorsement? Own, Refusal? WhyNot);
