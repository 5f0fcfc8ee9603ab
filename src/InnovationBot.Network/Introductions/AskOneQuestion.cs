using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>The giver asks one question before deciding, relayed without names; their timers stand still meanwhile.</summary>
public sealed class AskOneQuestion(IntroductionLocks locks, RequestNotices notices, IntroductionViews views, TimeProvider clock, WorkingCalendars calendars)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, string text, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction }) return Refusal.NotFound;

        var (giverDays, takerDays) = (await calendars.Of(introduction.GiverId, stop), await calendars.Of(introduction.TakerId, stop));
        if (introduction.Ask(by, text, clock.GetUtcNow(), giverDays, takerDays) is { } refusal) return refusal;

        await notices.EndRequest(introduction, tellGiver: false, stop);
        notices.Tell(introduction.TakerId, IntroductionNotices.Question, introduction);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
