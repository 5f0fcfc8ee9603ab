namespace InnovationBot.Network.Introductions;

/// <summary>The two have found each other; no nudge is needed. The bot never sees their chat.</summary>
public sealed class ReportInTouch(IntroductionLocks locks, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction }) return Refusal.NotFound;

        if (introduction.InTouch(by, clock.GetUtcNow()) is { } refusal) return refusal;

        await notices.Redraw(introduction, introduction.TakerId, stop);
        await notices.Redraw(introduction, introduction.GiverId, stop);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
