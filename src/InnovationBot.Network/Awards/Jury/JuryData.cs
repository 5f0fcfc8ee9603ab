using System.Text.Json.Nodes;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>A person's work on juries. Their scores stay, for the result stands on them; whose they were, and what they wrote to them, does not.</summary>
public sealed class JuryData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "jury";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(AwardJuror), nameof(AwardJuror.MemberId)), (typeof(FactCheck), nameof(FactCheck.CheckerId)), (typeof(FactCheck), nameof(FactCheck.AnsweredById)),
        (typeof(AwardDecision), nameof(AwardDecision.DecidedById)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var jurors = await db.AwardJurors.AsNoTracking().Where(j => j.MemberId == person.Id).Join(db.AwardRounds, j => j.RoundId, r => r.Id, (j, r) => new { Juror = j, Round = r }).ToListAsync(stop);
        var ids = jurors.ConvertAll(one => one.Juror.Id);
        return ExportedJson.Of(new
        {
            juries = jurors.Select(one => new { round = one.Round.Name, one.Juror.Categories, one.Juror.CreatedAt, one.Juror.DeclaredAt, one.Juror.LeftAt }),
            conflicts = (await db.JurorConflicts.AsNoTracking().Where(c => ids.Contains(c.JurorId)).ToListAsync(stop)).Select(c => new { c.NominationId, c.Kind, c.At }),
            scores = (await db.JuryScores.AsNoTracking().Where(s => ids.Contains(s.JurorId)).ToListAsync(stop)).Select(s => new { s.NominationId, s.Values, s.Comment, s.SavedAt, s.SubmittedAt }),
            factChecks = (await db.FactChecks.AsNoTracking().Where(c => c.CheckerId == person.Id).ToListAsync(stop)).Select(c => new { c.NominationId, c.Claim, c.Verdict, c.Source, c.CheckedOn }),
            answers = (await db.FactChecks.AsNoTracking().Where(c => c.AnsweredById == person.Id).ToListAsync(stop)).Select(c => new { c.NominationId, c.Claim, c.Answer, c.AnsweredAt }),
            decisions = (await db.AwardDecisions.AsNoTracking().Where(d => d.DecidedById == person.Id).ToListAsync(stop)).Select(d => new { d.NominationId, d.Category, d.Wins, d.DecidedAt }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var juror in await db.AwardJurors.Where(j => j.MemberId == person.Id).ToListAsync(stop))
        {
            var now = clock.GetUtcNow();
            (juror.MemberId, juror.LeftAt) = (null, juror.LeftAt ?? now);
            if (await db.AwardRounds.FindAsync([juror.RoundId], stop) is { } round && round.TakesScores(now)) round.AssignDue = now; // what was theirs goes to others
            db.JuryScores.RemoveRange(await db.JuryScores.Where(s => s.JurorId == juror.Id && s.SubmittedAt == null).ToListAsync(stop));
            foreach (var score in await db.JuryScores.Where(s => s.JurorId == juror.Id).ToListAsync(stop)) score.Comment = null;
        }

        foreach (var check in await db.FactChecks.Where(c => c.CheckerId == person.Id || c.AnsweredById == person.Id).ToListAsync(stop))
        {
            if (check.CheckerId == person.Id) check.CheckerId = null;
            if (check.AnsweredById == person.Id) (check.AnsweredById, check.Answer) = (null, null);
        }

        foreach (var decision in await db.AwardDecisions.Where(d => d.DecidedById == person.Id).ToListAsync(stop)) decision.DecidedById = null;
    }
}
