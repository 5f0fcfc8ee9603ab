namespace InnovationBot.Network.Introductions;

/// <summary>"Not with this person again": known to the matching alone. The other is told nothing, and cannot notice.</summary>
public sealed class NeverAgainWith(NetworkDb db, IntroductionViews views, TimeProvider clock)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop)
    {
        if (await db.Introductions.FindAsync([id], stop) is not { } introduction || introduction.SideOf(by) is not { } side) return Refusal.NotFound;
        if (!introduction.ActsOf(side).Contains(IntroductionAct.NeverAgainWith)) return Refusal.NoLongerOpen;

        var other = side == IntroductionSide.Taker ? introduction.GiverId : introduction.TakerId;
        if (await db.BlockedPairs.FindAsync([by, other], stop) is null)
        {
            db.BlockedPairs.Add(new BlockedPair { ById = by, OtherId = other, CreatedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(stop);
        }

        return await views.Of(introduction, by, stop);
    }
}
