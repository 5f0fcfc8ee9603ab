namespace InnovationBot.Network.Introductions;

/// <summary>The taker takes the request back. From an older card it is the request now under way that is withdrawn.</summary>
public sealed class WithdrawIntroduction(NetworkDb db, IntroductionLocks locks, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop)
    {
        if (await db.Introductions.FindAsync([id], stop) is not { } pressed) return Refusal.NotFound;
        if (pressed.SideOf(by) == IntroductionSide.Taker) id = (await views.Newest(pressed, stop)).Id;

        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction, Problem: var problem }) return Refusal.NotFound;
        if (introduction.Withdraw(by, clock.GetUtcNow()) is { } refusal) return refusal;

        if (problem is not null) problem.OrganiserOfferDue = null;
        await notices.EndRequest(introduction, tellGiver: true, stop);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
