using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker replies to the giver's question; the giver decides with a fresh card.</summary>
public sealed class AnswerQuestion(IntroductionLocks locks, RequestNotices notices, IntroductionViews views, TimeProvider clock, WorkingCalendars calendars)
{
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, string text, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction }) return Refusal.NotFound;

        if (introduction.Answer(by, text, clock.GetUtcNow(), await calendars.Of(introduction.GiverId, stop)) is { } refusal) return refusal;

        await notices.Redraw(introduction, introduction.GiverId, stop);
        await notices.Redraw(introduction, by, stop);
        notices.Tell(introduction.GiverId, IntroductionNotices.QuestionAnswered, introduction);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }
}
