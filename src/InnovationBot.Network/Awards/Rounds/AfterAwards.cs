using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>After the announcement problems that were named become open problems, each of a nominee who agreed to that, and theirs from then on.</summary>
public sealed class OpenAwardProblems(NetworkDb db, AwardLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.AwardRounds.AsNoTracking().Where(r => r.ProblemsDue <= now).OrderBy(r => r.ProblemsDue).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Round: var round } || !(round.ProblemsDue <= now)) return false;
            round.ProblemsDue = null;
            var agreed = await db.Nominees.Where(n => n.State == NomineeState.Accepted && n.OpensProblem)
                .Join(db.Nominations.Where(n => n.RoundId == id && n.ProblemId == null), nominee => nominee.NominationId, n => n.Id, (nominee, n) => new { Nominee = nominee, Nomination = n }).ToListAsync(stop);
            foreach (var one in agreed.Where(one => one.Nomination.IsInRound).GroupBy(one => one.Nomination.Id).Select(group => group.OrderBy(one => one.Nominee.CreatedAt).First()))
                Open(one.Nomination, one.Nominee.MemberId, now);
            await held.Save(stop);
            return true;
        });
    }

    private void Open(Nomination nomination, MemberId owner, DateTimeOffset now)
    {
        var text = Problem.Cut(nomination.Content.Problem.Trim(), Problem.MaxOpenText);
        var problem = new Problem { Id = EntityId.New<ProblemId>(now), OwnerId = owner, Text = Problem.Trim(nomination.Content.Problem), Language = nomination.Language, CreatedAt = now };
        if (problem.OpenTo(owner, Readers.Network, text, named: false, null, now) is not null) return;
        db.Problems.Add(problem);
        nomination.ProblemId = problem.Id;
        db.Notices.Add(AwardNotice.Of(owner, AwardNotices.ProblemOpened, problem.Id.Value, now));
    }
}

/// <summary>When a round's time is over, what nobody agreed to be public is erased; what was announced stays readable.</summary>
public sealed class EraseAfterAwards(NetworkDb db, AwardLocks locks) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.AwardRounds.AsNoTracking().Where(r => r.RetentionDue <= now).OrderBy(r => r.RetentionDue).Take(most).Select(r => r.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var held = await locks.Take(id, stop);
            if (held is not { Round: var round } || !(round.RetentionDue <= now)) return false;
            round.RetentionDue = null;
            foreach (var nomination in await db.Nominations.Where(n => n.RoundId == id).ToListAsync(stop))
            {
                if (!nomination.IsInRound || nomination.AcceptedAt is null) await NominationErasure.Erase(db, nomination, stop);
                else (nomination.NominatorId, nomination.EligibilityBy, nomination.People) = (null, null, new NominationPeople());
            }

            var all = db.Nominations.Where(n => n.RoundId == id).Select(n => n.Id);
            await db.Endorsements.Where(e => all.Contains(e.NominationId)).ExecuteDeleteAsync(stop);
            await db.CoNominators.Where(n => all.Contains(n.NominationId)).ExecuteDeleteAsync(stop);
            await db.Nominees.Where(n => all.Contains(n.NominationId) && (n.State != NomineeState.Accepted || !n.MayBeMentioned)).ExecuteDeleteAsync(stop);
            await db.JuryScores.Where(s => all.Contains(s.NominationId)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Comment, (string?)null), stop);
            await held.Save(stop);
            return true;
        });
    }
}
