using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>How requests are shared among the ambassadors: how many of them got how many in 90 days, in ranges and by the rule of figures; never who, and never how they answered.</summary>
public sealed class CountAsks(NetworkDb db, ShowFigures figures, TimeProvider clock)
{
    /// <summary>The least requests of each range, the lowest first.</summary>
    public static readonly IReadOnlyList<int> Ranges = [0, 1, 3, 6];

    /// <summary>Above it few carry what many could (DOMAIN 3).</summary>
    public const double MostGini = 0.5;

    /// <returns>For organisers and administrators alone.</returns>
    public async Task<Result<SharedAsks>> Handle(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;

        var since = clock.GetUtcNow() - MatchingPolicy.LoadWindow;
        var ambassadors = await db.Members.AsNoTracking().Where(m => m.State == MemberState.Active && m.Ambassador == AmbassadorState.Confirmed)
            .Select(m => new { m.Id, m.OrganisationId, Asks = db.Introductions.Count(i => i.GiverId == m.Id && i.Kind == IntroductionKind.Match && i.AskedAt >= since) }).ToListAsync(stop);
        var all = Crowd.Of(ambassadors.Select(one => (one.Id, one.OrganisationId)));
        var ranges = Ranges.Select((least, at) => Crowd.Of(ambassadors
            .Where(one => one.Asks >= least && (at + 1 == Ranges.Count || one.Asks < Ranges[at + 1])).Select(one => (one.Id, one.OrganisationId)))).ToList();
        var shown = await figures.Handle("asks", [all, .. ranges], stop);
        return new SharedAsks(shown[0], [.. shown.Skip(1)], all.IsLargeEnough && ambassadors.Exists(one => one.Asks > 0) ? Gini([.. ambassadors.Select(one => one.Asks)]) <= MostGini : null);
    }

    /// <summary>0 = everybody got the same, near 1 = one got all.</summary>
    public static double Gini(IReadOnlyList<int> asks)
    {
        var sum = asks.Sum();
        return sum == 0 ? 0 : asks.Order().Select((count, at) => ((2 * (at + 1)) - asks.Count - 1) * (double)count).Sum() / (asks.Count * (double)sum);
    }
}

/// <param name="Ambassadors">How many there are.</param>
/// <param name="Ranges">How many of them got so many requests, as <see cref="CountAsks.Ranges"/>.</param>
/// <param name="Evenly">Whether the requests are shared evenly enough; none while nobody was asked, or there are too few to tell.</param>
public sealed record SharedAsks(Figure Ambassadors, IReadOnlyList<Figure> Ranges, bool? Evenly);
