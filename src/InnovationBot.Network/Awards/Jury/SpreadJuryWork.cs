using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>
/// Gives jurors their nominations: when the jury phase opens, when somebody declared a conflict, left or came. What somebody has
/// begun stays theirs; whoever gets something new is told, and organisers are told what cannot be given to enough.
/// </summary>
public sealed class SpreadJuryWork(NetworkDb db, AwardLocks locks, KnownConflicts conflicts) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.AwardRounds.AsNoTracking().Where(r => r.AssignDue <= now).OrderBy(r => r.AssignDue).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Round: var round } || !(round.AssignDue <= now)) return false;
            round.AssignDue = null;
            await Spread(round, now, stop);
            await held.Save(stop);
            return true;
        });
    }

    /// <summary>How it would be spread now: what organisers are told before the phase opens.</summary>
    public async Task<JuryReadiness> Ready(AwardRound round, CancellationToken stop)
    {
        var (spread, nominations, _) = await Plan(round, openOnly: false, stop);
        return JuryReadiness.Of(spread, nominations, round.Plan);
    }

    /// <summary>Within the caller's transaction and lock; saved by the caller, who has saved what it changed before.</summary>
    public async Task<JuryReadiness> Spread(AwardRound round, DateTimeOffset now, CancellationToken stop)
    {
        var all = await db.Nominations.Where(n => n.RoundId == round.Id).ToListAsync(stop);
        var serving = await db.AwardJurors.Where(j => j.RoundId == round.Id && j.LeftAt == null && j.MemberId != null).ToListAsync(stop);
        await conflicts.Fill(serving, [.. all.Where(n => n.IsForJury)], now, stop);
        await db.SaveChangesAsync(stop);

        var (spread, nominations, given) = await Plan(round, openOnly: true, stop);
        var wanted = spread.Assigned.ToHashSet();
        foreach (var old in given.Where(one => !wanted.Contains((one.NominationId, one.JurorId))))
        {
            db.JuryAssignments.Remove(old);
            if (await db.JuryScores.SingleOrDefaultAsync(s => s.NominationId == old.NominationId && s.JurorId == old.JurorId && s.SubmittedAt == null, stop) is { } draft) db.JuryScores.Remove(draft);
        }

        var there = given.Select(one => (one.NominationId, one.JurorId)).ToHashSet();
        HashSet<AwardJurorId> more = [];
        foreach (var (nomination, juror) in wanted.Where(one => !there.Contains(one)))
        {
            db.JuryAssignments.Add(new JuryAssignment { NominationId = nomination, JurorId = juror, AssignedAt = now });
            more.Add(juror);
        }

        foreach (var juror in serving.Where(juror => more.Contains(juror.Id))) db.Notices.Add(AwardNotice.Of(juror.MemberId!.Value, JuryNotices.Work, round.Id.Value, now));
        var ready = JuryReadiness.Of(spread, nominations, round.Plan);
        if (ready.Missing.Count > 0 || !ready.IsEven)
            foreach (var organiser in await db.MembersWith(Role.Organiser, stop)) db.Notices.Add(AwardNotice.Of(organiser.Id, JuryNotices.Missing, round.Id.Value, now));
        return ready;
    }

    private async Task<(JurySpread Spread, IReadOnlyList<Nomination> Nominations, IReadOnlyList<JuryAssignment> Given)> Plan(AwardRound round, bool openOnly, CancellationToken stop)
    {
        var nominations = (await db.Nominations.Where(n => n.RoundId == round.Id && n.AcceptedAt != null).ToListAsync(stop))
            .Where(n => n.IsForJury || (!openOnly && n.State == NominationState.Submitted)).ToList();
        var jurors = await db.AwardJurors.AsNoTracking().Where(j => j.RoundId == round.Id && j.LeftAt == null && j.MemberId != null).ToListAsync(stop);
        var ids = jurors.ConvertAll(juror => juror.Id);
        var blocked = (await db.JurorConflicts.AsNoTracking().Where(c => ids.Contains(c.JurorId)).Select(c => new { c.JurorId, c.NominationId }).ToListAsync(stop)).Select(c => (c.JurorId, c.NominationId)).ToHashSet();
        blocked.UnionWith((await conflicts.Find(jurors, nominations, stop)).Select(one => (one.Juror, one.Nomination)));
        var given = await db.JuryAssignments.Where(a => ids.Contains(a.JurorId) && db.Nominations.Any(n => n.Id == a.NominationId && n.RoundId == round.Id)).ToListAsync(stop);
        var givenTo = given.ToLookup(a => a.NominationId, a => a.JurorId);
        var begun = (await db.JuryScores.AsNoTracking().Where(s => ids.Contains(s.JurorId)).Select(s => new { s.NominationId, s.JurorId }).ToListAsync(stop)).ToLookup(s => s.NominationId, s => s.JurorId);

        // whoever left has scored these without conflict: the scores stay, and so many jurors fewer are needed
        var scored = (await db.JuryScores.AsNoTracking().Where(s => s.SubmittedAt != null && !ids.Contains(s.JurorId) && db.AwardJurors.Any(j => j.Id == s.JurorId && j.RoundId == round.Id)).Select(s => new { s.NominationId, s.JurorId }).ToListAsync(stop))
            .ToLookup(s => s.NominationId, s => s.JurorId);
        var tasks = nominations.ConvertAll(nomination =>
        {
            var free = jurors.Where(juror => Serves(juror, nomination) && !blocked.Contains((juror.Id, nomination.Id))).Select(juror => juror.Id).ToHashSet();
            return new JuryTask(nomination.Id, Math.Max(0, round.Plan.ScoresPerNomination - scored[nomination.Id].Count()), free, begun[nomination.Id].Where(free.Contains).ToHashSet(), givenTo[nomination.Id].ToHashSet());
        });
        return (JurySpread.Of(tasks, ids), nominations, given);
    }

    private static bool Serves(AwardJuror juror, Nomination nomination) => nomination.Category is { } category && juror.Categories.Contains(category);
}

/// <summary>Whether enough free jurors are there, and what is missing.</summary>
/// <param name="Missing">By category: nominations that too few are free for, and how many jurors more the worst of them needs.</param>
/// <param name="Most">Nominations of the juror with the most.</param>
/// <param name="Tied">Jurors who have more than others because nobody else is free for theirs.</param>
public sealed record JuryReadiness(IReadOnlyList<CategoryMissing> Missing, int Nominations, int Most, int Least, int Tied)
{
    public bool IsEven => Most - Least <= 1;

    internal static JuryReadiness Of(JurySpread spread, IReadOnlyList<Nomination> nominations, AwardPlan plan)
    {
        var category = nominations.ToDictionary(n => n.Id, n => n.Category ?? "");
        var missing = spread.Gaps.GroupBy(gap => category[gap.Nomination])
            .Select(group => new CategoryMissing(plan.Category(group.Key)?.Name ?? group.Key, group.Count(), group.Max(gap => gap.Missing))).OrderBy(one => one.Category, StringComparer.Ordinal);
        return new([.. missing], nominations.Count, spread.Most, spread.Least, spread.TiedJurors.Count);
    }
}

/// <param name="Category">Its name.</param>
/// <param name="Nominations">That too few jurors are free for.</param>
/// <param name="Jurors">So many more without a conflict are needed.</param>
public sealed record CategoryMissing(string Category, int Nominations, int Jurors);

/// <summary>The kinds of notices about the jury's work; their subject is the round unless said otherwise.</summary>
public static class JuryNotices
{
    /// <summary>To a juror: there is something to declare or to score.</summary>
    public const string Work = "jury.work";

    /// <summary>To a juror who has not finished: the phase ends soon.</summary>
    public const string Reminder = "jury.reminder";

    /// <summary>To organisers: too few jurors are free, or the work is uneven.</summary>
    public const string Missing = "jury.missing";

    /// <summary>To organisers: a juror left.</summary>
    public const string Left = "jury.left";
}
