using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>A juror scores a nomination: kept as a draft at any time, submitted when whole, changed until the jury phase ends.</summary>
public sealed class ScoreNomination(NetworkDb db, JuryDesk desk, AwardLocks locks, TimeProvider clock)
{
    /// <param name="values">1 to 5 by criterion; a draft may lack some.</param>
    /// <param name="comment">Nominees may get it as a reason, without the juror's name.</param>
    public async Task<Result<JuryScore>> Handle(NominationId id, MemberId by, IReadOnlyDictionary<string, int> values, string? comment, bool submit, CancellationToken stop)
    {
        var found = await desk.Mine(id, by, stop);
        if (found.Refusal is { } refusal) return refusal;
        await using var held = await locks.Take(found.Value.Round.Id, stop);
        if (held is null) return Refusal.NotFound;
        var again = await desk.Mine(id, by, stop); // as it is now that nobody spreads the work
        if (again.Refusal is { } changed) return changed;
        var (_, juror, nomination) = again.Value;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (!round.TakesScores(now)) return round.IsScoringOver(now) ? JuryRefusals.Closed(round) : JuryRefusals.NotOpen;

        var criteria = round.Plan.Category(nomination.Category ?? "")?.CriteriaFor(nomination.Track) ?? [];
        if (values.Any(one => criteria.All(criterion => criterion.Key != one.Key) || one.Value is < AwardCriterion.Least or > AwardCriterion.Most)) return JuryRefusals.ScoreOutOfRange;
        if (submit && criteria.Any(criterion => !values.ContainsKey(criterion.Key))) return JuryRefusals.ScoreMissing;
        var written = comment?.Trim();
        if (written is not null && Markup.IsIn(written)) return Events.EventRefusals.HtmlInText;

        var score = await db.JuryScores.SingleOrDefaultAsync(s => s.NominationId == id && s.JurorId == juror.Id, stop)
            ?? db.JuryScores.Add(new JuryScore { NominationId = id, JurorId = juror.Id }).Entity;
        (score.Values, score.Comment, score.SavedAt) = ([.. criteria.Where(c => values.ContainsKey(c.Key)).Select(c => new CriterionScore(c.Key, values[c.Key]))], written is { Length: > 0 } ? written : null, now);
        if (submit)
        {
            score.SubmittedAt ??= now;
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardScored, by, null, now, id.ToString()));
        }
        else if (criteria.Any(criterion => !values.ContainsKey(criterion.Key)))
        {
            score.SubmittedAt = null; // a score that lacks something counts for nothing
        }

        db.HandledAbout(id.Value);
        await held.Save(stop);
        return score;
    }
}
