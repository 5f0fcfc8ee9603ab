namespace InnovationBot.Network.Introductions.Times;

/// <summary>The giver offers times, or others in their place, once both said yes.</summary>
public sealed class OfferTimes(IntroductionLocks locks, TalkTimes times, RequestNotices notices, IntroductionViews views)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, IReadOnlyList<DateTimeOffset> starts, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction } || introduction.GiverId != by) return Refusal.NotFound;
        if (introduction.State is not (IntroductionState.Introduced or IntroductionState.FollowedUp)) return Refusal.NoLongerOpen;
        if (starts.Count == 0) return await views.Of(introduction, by, stop);
        if (await times.Check(introduction, starts, stop) is { } refusal) return refusal;

        await times.Offer(introduction, starts, stop);
        notices.Tell(introduction.TakerId, IntroductionNotices.TimesOffered, introduction);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
