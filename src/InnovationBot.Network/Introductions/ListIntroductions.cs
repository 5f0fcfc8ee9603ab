using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>What a taker has under way and had, newest first: one line for everything the same approval led to.</summary>
public sealed class ListIntroductions(NetworkDb db, IntroductionViews views)
{
    /// <summary>Older ones are in <c>my data</c>.</summary>
    private const int Most = 20;

    public async Task<IReadOnlyList<IntroductionView>> Handle(MemberId by, CancellationToken stop)
    {
        var all = await db.Introductions.Where(i => i.TakerId == by && i.State != IntroductionState.Cancelled).ToListAsync(stop);
        List<IntroductionView> shown = [];
        foreach (var introduction in all.GroupBy(i => i.FirstId).Select(IntroductionViews.Newest).OrderByDescending(i => i.CreatedAt).Take(Most))
        {
            shown.Add((await views.Of(introduction, by, stop)).Value);
        }

        return shown;
    }
}
