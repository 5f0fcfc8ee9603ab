using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Coalitions;

/// <summary>
/// Once a day looks for open problems that are nearly the same, of three people or more of more than one organisation, and asks each of them
/// privately. Nobody is asked twice about one problem, or more than once in 90 days.
/// </summary>
public sealed class FindCoalitions(NetworkDb db, ISearch search) : IDueWork
{
    /// <summary>The part of what two problems are about that they have to share: far more than "about the same task".</summary>
    private const double NearlyTheSame = 0.6;

    /// <summary>Shared by so many problems a word tells nothing about two of them.</summary>
    private const int TooCommon = 500;

    private static readonly TimeSpan Young = TimeSpan.FromDays(180);
    private static readonly TimeSpan AskedLately = TimeSpan.FromDays(90);

    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) =>
        db.EachRound("problems.coalitions", TimeSpan.FromDays(1), now, most, () => Groups(now, most, stop), group => Ask(group, now, stop), stop);

    private async Task<List<List<ProblemId>>> Groups(DateTimeOffset now, int most, CancellationToken stop)
    {
        var open = await Open(now, stop);
        var about = open.ConvertAll(one => search.About(one.Text, one.Language).Distinct().ToList());
        var postings = new Dictionary<string, List<int>>();
        for (var i = 0; i < open.Count; i++)
        {
            foreach (var word in about[i])
            {
                if (postings.TryGetValue(word, out var list)) list.Add(i);
                else postings[word] = [i];
            }
        }

        var apart = (await db.BlockedPairs.Select(p => new { p.ById, p.OtherId }).ToListAsync(stop)).SelectMany(p => new[] { (p.ById, p.OtherId), (p.OtherId, p.ById) }).ToHashSet();
        var owners = new HashSet<MemberId>();
        List<List<ProblemId>> groups = [];
        for (var i = 0; i < open.Count && groups.Count < most; i++)
        {
            if (owners.Contains(open[i].OwnerId)) continue;
            List<OpenOne> group = [open[i]];
            foreach (var j in Alike(i, about, postings))
            {
                var other = open[j];
                if (group.Count == Coalition.MostAsked) break;
                if (owners.Contains(other.OwnerId) || group.Exists(one => one.OwnerId == other.OwnerId || apart.Contains((one.OwnerId, other.OwnerId)))) continue;
                group.Add(other);
            }

            if (group.Count < Coalition.FewestYes || group.TrueForAll(one => one.Organisation == group[0].Organisation)) continue;
            owners.UnionWith(group.Select(one => one.OwnerId));
            groups.Add(group.ConvertAll(one => one.Id));
        }

        return groups;
    }

    /// <summary>Those nearly the same as one, the nearest first.</summary>
    private static IEnumerable<int> Alike(int of, List<List<string>> about, Dictionary<string, List<int>> postings)
    {
        if (about[of].Count < 2) return [];
        var shared = new Dictionary<int, int>();
        foreach (var word in about[of])
            if (postings[word] is { Count: <= TooCommon } others)
                foreach (var other in others) shared[other] = shared.GetValueOrDefault(other) + 1;
        return shared.Where(one => one.Key != of && one.Value >= 2).Select(one => (one.Key, Share: 2.0 * one.Value / (about[of].Count + about[one.Key].Count)))
            .Where(one => one.Share >= NearlyTheSame).OrderByDescending(one => one.Share).ThenBy(one => one.Key).Select(one => one.Key);
    }

    private async Task<bool> Ask(List<ProblemId> group, DateTimeOffset now, CancellationToken stop)
    {
        var problems = await db.Problems.AsNoTracking().Where(p => group.Contains(p.Id)).ToListAsync(stop);
        var task = problems.SelectMany(p => p.Tasks.Distinct()).GroupBy(one => one).Where(same => same.Count() >= Coalition.FewestYes)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key).FirstOrDefault();
        var coalition = db.Coalitions.Add(Coalition.Of(EntityId.New<CoalitionId>(now), task, now)).Entity;
        foreach (var problem in problems)
        {
            db.CoalitionSeats.Add(new CoalitionSeat { CoalitionId = coalition.Id, MemberId = problem.OwnerId, ProblemId = problem.Id });
            db.Notices.Add(new Notice
            {
                Id = EntityId.New<NoticeId>(now), RecipientId = problem.OwnerId, Kind = CoalitionNotices.Asked, Subject = coalition.Id.Value, Key = $"{CoalitionNotices.Asked}:{problem.Id}",
                Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
            });
        }

        await db.SaveChangesAsync(stop);
        return true;
    }

    private async Task<List<OpenOne>> Open(DateTimeOffset now, CancellationToken stop)
    {
        var (young, lately) = (now - Young, now - AskedLately);
        var found = await db.Problems.AsNoTracking()
            .Where(p => p.CreatedAt >= young && (p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying) && !db.CoalitionSeats.Any(s => s.ProblemId == p.Id))
            .Join(db.Members.Where(m => m.State == MemberState.Active && m.StoppedAt == null && (m.AwayUntil == null || m.AwayUntil <= now)
                    && !db.CoalitionSeats.Any(s => s.MemberId == m.Id && db.Coalitions.Any(c => c.Id == s.CoalitionId && c.CreatedAt > lately))),
                p => p.OwnerId, m => m.Id, (p, m) => new { p.Id, p.OwnerId, p.Text, p.Language, p.CreatedAt, m.OrganisationId })
            .OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(stop);
        return found.ConvertAll(p => new OpenOne(p.Id, p.OwnerId, p.Text, p.Language, p.OrganisationId));
    }

    private sealed record OpenOne(ProblemId Id, MemberId OwnerId, string Text, Language Language, OrganisationId? Organisation);
}

/// <summary>After three weeks without three yeses it comes to nothing; whoever said yes hears only that.</summary>
public sealed class LapseCoalitions(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Coalitions.Where(c => c.LapseDue <= now).OrderBy(c => c.LapseDue).Take(most).Select(c => c.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.Coalitions.FindAsync([id], stop) is not { } coalition || !coalition.Lapse(now)) return false;
            await db.CancelQueued(id.Value, CoalitionNotices.Asked, stop);
            foreach (var seat in await db.CoalitionSeats.Where(s => s.CoalitionId == id && s.Answer == CoalitionAnswer.Yes).ToListAsync(stop))
                db.Notices.Add(Notice.To(seat.MemberId, CoalitionNotices.Lapsed, id.Value, now, NoticeTiming.WorkingHours));
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}
