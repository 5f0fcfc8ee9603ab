using System.Globalization;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Results;

public enum AwardTable { Nominations, Scores, Decisions }

/// <summary>Nominations, scores or decisions of a round as rows of a table, for organisers; logged.</summary>
public sealed class ExportAward(NetworkDb db, AwardLocks locks, TimeProvider clock)
{
    /// <returns>First row: names of the columns. Jurors stand as numbers, nobody by name but in what a nomination says itself.</returns>
    public async Task<Result<IReadOnlyList<string[]>>> Handle(AwardRoundId id, AwardTable table, MemberId by, CancellationToken stop)
    {
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using var held = taken!;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (table != AwardTable.Nominations && !round.IsScoringOver(now)) return JuryRefusals.ScoresHidden;
        IReadOnlyList<string[]> rows = table switch
        {
            AwardTable.Nominations => await Nominations(round, stop),
            AwardTable.Scores => await Scores(round, stop),
            _ => await Decisions(round, stop),
        };
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardExported, by, null, now, $"{Vocabulary.Write(table)} {id}"));
        await held.Save(stop);
        return Ready(rows);
    }

    private async Task<IReadOnlyList<string[]>> Nominations(AwardRound round, CancellationToken stop)
    {
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        return
        [
            ["id", "category", "track", "state", "title", "organisation", "problem", "what_was_done", "outcome", "result", "learned", "submitted"],
            .. (await db.Nominations.AsNoTracking().Where(n => n.RoundId == round.Id && n.SubmittedAt != null && n.AcceptedAt != null).OrderBy(n => n.Id).ToListAsync(stop)).Select(n => (string[])
            [
                n.Id.ToString(), Name(round, n.Category), Vocabulary.Write(n.Track), Vocabulary.Write(n.State), n.Content.Title, n.OrganisationId is { } organisation ? organisations.GetValueOrDefault(organisation, "") : "", n.Content.Problem,
                n.Content.WhatWasDone ?? "", n.Content.Outcome is { } outcome ? Vocabulary.Write(outcome) : "", n.Content.Result ?? "", n.Content.Learned ?? "", Instant(n.SubmittedAt),
            ]),
        ];
    }

    private async Task<IReadOnlyList<string[]>> Scores(AwardRound round, CancellationToken stop)
    {
        var jurors = (await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == round.Id).OrderBy(j => j.Id).Select(j => j.Id).ToListAsync(stop)).Select((juror, i) => (juror, i)).ToDictionary(one => one.juror, one => one.i + 1);
        var rows = await (from s in db.JuryScores.AsNoTracking() join n in db.Nominations on s.NominationId equals n.Id where n.RoundId == round.Id && s.SubmittedAt != null orderby n.Id, s.JurorId select new { Score = s, n.Category, n.Content }).ToListAsync(stop);
        return
        [
            ["nomination", "title", "category", "juror", "criterion", "score", "comment"],
            .. rows.SelectMany(row => row.Score.Values.Select((value, i) => (string[])
            [
                row.Score.NominationId.ToString(), row.Content.Title, Name(round, row.Category), jurors[row.Score.JurorId].ToString(CultureInfo.InvariantCulture), value.Criterion, value.Value.ToString(CultureInfo.InvariantCulture), i == 0 ? row.Score.Comment ?? "" : "",
            ])),
        ];
    }

    private async Task<IReadOnlyList<string[]>> Decisions(AwardRound round, CancellationToken stop)
    {
        var rows = await (from d in db.AwardDecisions.AsNoTracking() join n in db.Nominations on d.NominationId equals n.Id where d.RoundId == round.Id orderby d.Category, d.Rank, n.Id select new { Decision = d, n.Content }).ToListAsync(stop);
        return
        [
            ["nomination", "title", "category", "rank", "wins", "reason", "decided"],
            .. rows.Select(row => (string[])[row.Decision.NominationId.ToString(), row.Content.Title, Name(round, row.Decision.Category), row.Decision.Rank.ToString(CultureInfo.InvariantCulture), row.Decision.Wins ? "true" : "false", row.Decision.Reason ?? "", Instant(row.Decision.DecidedAt)]),
        ];
    }

    private static string Name(AwardRound round, string? category) => round.Plan.Category(category ?? "")?.Name ?? "";

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static Result<T> Ready<T>(T value) where T : class => value;
}
