namespace InnovationBot.Network.Introductions;

/// <summary>The giver answers in writing; who they are stays as hidden as it was.</summary>
public sealed class AnswerInWriting(IntroductionLocks locks, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, string text, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction }) return Refusal.NotFound;

        if (introduction.AnswerInWriting(by, text, clock.GetUtcNow()) is { } refusal) return refusal;

        await notices.EndRequest(introduction, tellGiver: false, stop);
        notices.Tell(introduction.TakerId, IntroductionNotices.Written, introduction);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
