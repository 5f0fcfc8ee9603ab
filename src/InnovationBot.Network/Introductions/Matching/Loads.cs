using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>How much givers were asked of late, counted from the introductions themselves.</summary>
public sealed class Loads(NetworkDb db)
{
    public async Task<IReadOnlyDictionary<MemberId, Load>> Of(IReadOnlyCollection<MemberId> members, DateTimeOffset now, CancellationToken stop)
    {
        if (members.Count == 0) return new Dictionary<MemberId, Load>();

        var since = now - MatchingPolicy.LoadWindow;
        var rows = await db.Introductions.AsNoTracking()
            .Where(i => members.Contains(i.GiverId) && i.Kind == IntroductionKind.Match
                && (i.AskedAt >= since || i.State == IntroductionState.TakerAgreed || i.State == IntroductionState.GiverAsked || i.State == IntroductionState.TakerQuestioned))
            .Select(i => new { i.GiverId, i.State, i.AskedAt, i.CreatedAt })
            .ToListAsync(stop);

        return rows.GroupBy(row => row.GiverId).ToDictionary(
            giver => giver.Key,
            giver => new Load(
                Open: giver.Count(row => row.State is IntroductionState.TakerAgreed or IntroductionState.GiverAsked or IntroductionState.TakerQuestioned),
                LastMonth: giver.Count(row => row.AskedAt is null || row.AskedAt > now - Introduction.Month),
                LastQuarter: giver.Count(),
                LastAsked: giver.Max(row => row.AskedAt ?? row.CreatedAt)));
    }

    public async Task<Load> Of(MemberId member, DateTimeOffset now, CancellationToken stop) =>
        (await Of([member], now, stop)).GetValueOrDefault(member, Load.None);

    /// <summary>Requests in 90 days of the person in the middle, among all who can be asked.</summary>
    public async Task<double> Median(DateTimeOffset now, CancellationToken stop)
    {
        var since = now - MatchingPolicy.LoadWindow;
        var givers = await db.Introductions.Where(i => i.AskedAt >= since && i.Kind == IntroductionKind.Match).Select(i => i.GiverId).ToListAsync(stop);
        var asked = givers.CountBy(giver => giver).Select(giver => giver.Value).ToList();
        var askable = await db.Members.CountAsync(m => m.AmbassadorSince != null && m.State == MemberState.Active && m.Ambassador == AmbassadorState.Confirmed, stop);
        var idle = Math.Max(0, askable - asked.Count);
        var middle = (asked.Count + idle - 1) / 2;
        return asked.Count == 0 || middle < idle ? 0 : asked.Order().ElementAt(middle - idle);
    }
}
