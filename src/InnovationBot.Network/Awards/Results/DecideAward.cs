using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Events;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Results;

/// <summary>Organisers record who wins, category by category, and then that it stands. Where they depart from the ranking they say why.</summary>
public sealed class DecideAward(NetworkDb db, AwardLocks locks, ReadRanking ranking, EnterAwardPhase enter, TimeProvider clock)
{
    /// <param name="winners">Of the category, in any order; none = nobody wins in it, which needs a reason.</param>
    /// <param name="reason">Needed where the winners are not the first of the ranking, or share their place with others.</param>
    public async Task<Result<CategoryRanking>> Choose(AwardRoundId id, string category, IReadOnlySet<NominationId> winners, string? reason, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using var held = taken!;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (round.StateAt(now) >= AwardState.Decided) return ResultRefusals.DecidedAlready;
        if (!round.IsScoringOver(now)) return AwardRefusals.ScoringNotOver;
        if (round.Plan.Category(category) is not { } found) return Refusal.NotFound;
        if (winners.Count > found.Winners) return ResultRefusals.TooManyWinners(found.Winners);
        var ranked = await ranking.Of(round, found, stop);
        var rows = ranked.Rows.ToDictionary(row => row.Nomination.Id);
        if (winners.Any(winner => !rows.ContainsKey(winner))) return ResultRefusals.WinnersOfOther;

        var written = reason?.Trim() is { Length: > 0 } text ? text : null;
        if (written is not null && Markup.IsIn(written)) return EventRefusals.HtmlInText;
        var asRanked = ranked.Rows.Take(found.Winners).Select(row => row.Nomination.Id).ToHashSet();
        if (written is null && (ranked.IsTiedAtCut || !asRanked.SetEquals(winners))) return ResultRefusals.ReasonNeeded;

        db.AwardDecisions.RemoveRange(await db.AwardDecisions.Where(d => d.RoundId == id && d.Category == category).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        foreach (var nomination in await db.Nominations.Where(n => n.RoundId == id && n.Category == category).ToListAsync(stop))
        {
            if (!rows.TryGetValue(nomination.Id, out var row)) continue;
            var wins = winners.Contains(nomination.Id);
            if (wins) nomination.Place(NominationState.Finalist); // the winner's place comes with the decision, and its facts are checked before
            if (!wins && !asRanked.Contains(nomination.Id) && nomination.State is not (NominationState.Finalist or NominationState.Winner)) continue;
            db.AwardDecisions.Add(new AwardDecision
            {
                Id = EntityId.New<AwardDecisionId>(now), RoundId = id, Category = category, NominationId = nomination.Id, Rank = row.Ranked.Rank, Wins = wins,
                Reason = wins != asRanked.Contains(nomination.Id) || ranked.IsTiedAtCut ? written : null, DecidedById = by, DecidedAt = now,
            });
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardDecided, by, null, now, id.ToString()));
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return await ranking.Handle(id, category, by, stop);
    }

    /// <summary>All categories are decided and every finalist's results were checked: the decision stands, and the time for objections begins.</summary>
    public async Task<Result<AwardRound>> Close(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using var held = taken!;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (round.StateAt(now) >= AwardState.Decided) return ResultRefusals.DecidedAlready;
        var nominations = (await db.Nominations.Where(n => n.RoundId == id).ToListAsync(stop)).Where(n => n.IsForJury).ToList();
        var decided = await db.AwardDecisions.Where(d => d.RoundId == id).ToListAsync(stop);
        foreach (var category in round.Plan.Categories)
            if (nominations.Exists(n => n.Category == category.Key) && !decided.Exists(d => d.Category == category.Key)) return ResultRefusals.CategoryOpen(category.Name);

        var finalists = nominations.Where(n => n.State == NominationState.Finalist && n.Track == AwardTrack.Initiative).Select(n => n.Id).ToList();
        var open = finalists.Count - await db.FactChecks.Where(c => finalists.Contains(c.NominationId)).Select(c => c.NominationId).Distinct().CountAsync(stop);
        if (open > 0) return ResultRefusals.FactsMissing(open);
        if (round.Decide(now) is { } notYet) return notYet;
        foreach (var winner in nominations.Where(n => decided.Exists(d => d.NominationId == n.Id && d.Wins))) winner.Place(NominationState.Winner);
        await enter.Handle(round, AwardState.Decided, by, now, stop);
        db.HandledAbout(id.Value);
        await held.Save(stop);
        return round;
    }
}
