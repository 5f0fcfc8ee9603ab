using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>What a giver is asked, how much more may come this month, and what came of earlier requests.</summary>
public sealed class ListRequests(NetworkDb db, IntroductionViews views, Loads loads, TimeProvider clock)
{
    private const int MostPast = 20;

    public async Task<RequestsOverview> Handle(MemberId by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.MemberOf(by, stop) is not { } member) return new RequestsOverview([], 0, 0, false, null, null, []);

        // What is still held back for working hours has not reached the giver.
        var all = await db.Introductions
            .Where(i => i.GiverId == by && i.AskedAt != null && i.State != IntroductionState.Cancelled)
            .OrderByDescending(i => i.AskedAt).ToListAsync(stop);
        var load = await loads.Of(by, now, stop);
        return new RequestsOverview(
            await Views(all.Where(i => i.IsOpen)), Math.Max(0, member.MonthlyCap - load.LastMonth), member.MonthlyCap,
            member.IsPaused(now), member.IsPaused(now) ? member.PausedUntil : null, member.IsAway(now) ? member.AwayUntil : null,
            await Views(all.Where(i => !i.IsOpen).Take(MostPast))) { MayBeAsked = member.Has(Consent.Contactable) };

        async Task<IReadOnlyList<IntroductionView>> Views(IEnumerable<Introduction> introductions)
        {
            List<IntroductionView> shown = [];
            foreach (var introduction in introductions) shown.Add((await views.Of(introduction, by, stop)).Value);
            return shown;
        }
    }
}

/// <param name="Open">Requests that wait for the giver.</param>
/// <param name="LeftThisMonth">How many more may come in the running 30 days.</param>
/// <param name="MonthlyCap">As the giver set it.</param>
/// <param name="Past">Ended ones, newest first; what came of them only with the asker's leave.</param>
public sealed record RequestsOverview(
    IReadOnlyList<IntroductionView> Open, int LeftThisMonth, int MonthlyCap, bool Paused, DateTimeOffset? PausedUntil, DateTimeOffset? AwayUntil,
    IReadOnlyList<IntroductionView> Past)
{
    /// <summary>The person agreed to be asked; nobody is led to anybody else.</summary>
    public bool MayBeAsked { get; init; }
}
