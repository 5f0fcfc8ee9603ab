namespace InnovationBot.Network.Introductions;

/// <summary>The giver says no: the next best person is asked, and the taker reads only that the bot is still looking.</summary>
public sealed class DeclineIntroduction(
    IntroductionLocks locks, Successors successors, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    /// <param name="reason">Not kept: after "not my topic" the view offers to take the topic off the profile.</param>
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, DeclineReason reason, CancellationToken stop)
    {
        var candidates = await successors.Find(id, stop);
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction, Problem: var problem }) return Refusal.NotFound;
        if (introduction.Decline(by, clock.GetUtcNow()) is { } refusal) return refusal;

        await notices.EndRequest(introduction, tellGiver: false, stop);
        await successors.AskNext(introduction, problem, candidates, stop);
        await held.Save(stop);
        var view = await views.Of(introduction, by, stop);
        return reason == DeclineReason.NotMyTopic ? view : view.Match<Result<IntroductionView>>(
            done => done with { Acts = done.Acts.Where(act => act != IntroductionAct.RemoveTopic).ToHashSet() }, refused => refused);
    }
}
