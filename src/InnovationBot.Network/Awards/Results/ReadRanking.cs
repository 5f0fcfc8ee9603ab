using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Results;

/// <summary>The scores of a category, once the jury has had its time: for organisers, and for jurors as far as they have no conflict.</summary>
public sealed class ReadRanking(NetworkDb db, JuryDesk desk, TimeProvider clock)
{
    /// <param name="category">Its key; none = the first.</param>
    public async Task<Result<CategoryRanking>> Handle(AwardRoundId id, string? category, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return Refusal.NotFound;
        var juror = await desk.Juror(id, by, stop);
        if (juror is null && !AwardAccess.MayOrganise(member)) return JuryRefusals.NotOfJury;
        var now = clock.GetUtcNow();
        if (!round.IsScoringOver(now)) return JuryRefusals.ScoresHidden;
        var found = round.Plan.Category(category ?? "") ?? round.Plan.Categories[0];
        var ranking = await Of(round, found, stop);
        var decisions = await db.AwardDecisions.AsNoTracking().Where(d => d.RoundId == id && d.Category == found.Key).ToListAsync(stop);
        if (juror is null) return ranking with { Decisions = decisions, MayDecide = true, Now = now };

        var hidden = (await db.JurorConflicts.AsNoTracking().Where(c => c.JurorId == juror.Id).Select(c => c.NominationId).ToListAsync(stop)).ToHashSet();
        return ranking with { Rows = [.. ranking.Rows.Where(row => !hidden.Contains(row.Ranked.Nomination))], Decisions = decisions, Hidden = hidden.Count, MayDecide = AwardAccess.MayOrganise(member), Now = now };
    }

    /// <summary>For whoever has been checked already.</summary>
    internal async Task<CategoryRanking> Of(AwardRound round, AwardCategory category, CancellationToken stop)
    {
        var nominations = (await db.Nominations.AsNoTracking().Where(n => n.RoundId == round.Id && n.Category == category.Key).ToListAsync(stop)).Where(n => n.IsForJury).ToDictionary(n => n.Id);
        var ids = nominations.Keys.ToList();
        var blocked = (await db.JurorConflicts.AsNoTracking().Where(c => ids.Contains(c.NominationId)).Select(c => new { c.NominationId, c.JurorId }).ToListAsync(stop)).Select(c => (c.NominationId, c.JurorId)).ToHashSet();
        var scores = (await db.JuryScores.AsNoTracking().Where(s => s.SubmittedAt != null && ids.Contains(s.NominationId)).ToListAsync(stop))
            .Where(s => !blocked.Contains((s.NominationId, s.JurorId)))
            .Select(s => new RankedScore(s.NominationId, s.JurorId, s.Values.ToDictionary(value => value.Criterion, value => value.Value))).ToList();
        var ranked = AwardRanking.Of(nominations.ToDictionary(n => n.Key, n => category.CriteriaFor(n.Value.Track)), category.Criteria, scores, category.Winners, round.Plan.ScoresPerNomination);
        return new CategoryRanking(round, category, [.. ranked.Select(row => new RankingRow(nominations[row.Nomination], row))]);
    }
}

public sealed record RankingRow(Nomination Nomination, RankedNomination Ranked);

/// <param name="Rows">Best first; for a juror without those they have a conflict with.</param>
public sealed record CategoryRanking(AwardRound Round, AwardCategory Category, IReadOnlyList<RankingRow> Rows)
{
    public IReadOnlyList<AwardDecision> Decisions { get; init; } = [];
    public int Hidden { get; init; }
    public bool MayDecide { get; init; }
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether jurors scored enough for normalised means.</summary>
    public bool HasNormalised => Rows.Any(row => row.Ranked.Normalised is not null);

    public IReadOnlyList<RankingRow> ToDiscuss => [.. Rows.Where(row => row.Ranked.Discuss.Count > 0)];

    public bool IsTiedAtCut => AwardRanking.IsTiedAtCut([.. Rows.Select(row => row.Ranked)], Category.Winners);
}
