using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>Juries somebody is on, and for organisers who is on one and how far the work is.</summary>
public sealed class ListJury(NetworkDb db, SpreadJuryWork spread, TimeProvider clock)
{
    /// <summary>Rounds whose jury this person is on, the newest first; once the jury's phase has begun.</summary>
    public async Task<IReadOnlyList<AwardRound>> Mine(MemberId by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var rounds = await db.AwardJurors.AsNoTracking().Where(j => j.MemberId == by && j.LeftAt == null).Join(db.AwardRounds, j => j.RoundId, r => r.Id, (_, round) => round).ToListAsync(stop);
        return [.. rounds.Where(round => round.StateAt(now) is AwardState.Jury or AwardState.Decided).OrderByDescending(round => round.CreatedAt)];
    }

    public async Task<Result<JuryPeople>> People(AwardRoundId id, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !AwardAccess.MayOrganise(member)) return AwardRefusals.OrganisersOnly;
        if (await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return Refusal.NotFound;
        var jurors = await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == id).OrderBy(j => j.Id).ToListAsync(stop);
        var ids = jurors.ConvertAll(juror => juror.Id);
        var given = (await db.JuryAssignments.AsNoTracking().Where(a => ids.Contains(a.JurorId)).GroupBy(a => a.JurorId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop)).ToDictionary(g => g.Key, g => g.Count);
        var done = (await db.JuryScores.AsNoTracking().Where(s => ids.Contains(s.JurorId) && s.SubmittedAt != null).GroupBy(s => s.JurorId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop)).ToDictionary(g => g.Key, g => g.Count);
        List<JurorProgress> people = [];
        foreach (var juror in jurors)
        {
            var person = juror.MemberId is { } known ? await db.MemberOf(known, stop) : null;
            people.Add(new JurorProgress(juror.Id, person?.Name, given.GetValueOrDefault(juror.Id), done.GetValueOrDefault(juror.Id), juror.DeclaredAt is not null, !juror.Serves, juror.ReplacedBy is null));
        }

        return new JuryPeople(round, people, await spread.Ready(round, stop), !round.IsScoringOver(clock.GetUtcNow()) && round.IsPublished);
    }
}

public sealed record JuryPeople(AwardRound Round, IReadOnlyList<JurorProgress> Jurors, JuryReadiness Ready, bool MayReplace);

/// <param name="Name">None once that person was forgotten.</param>
public sealed record JurorProgress(AwardJurorId Id, string? Name, int Given, int Done, bool Declared, bool Left, bool Replaceable);
