using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Not me, but someone else: that person is asked next, or, when the giver names nobody, the next best.</summary>
public sealed class RedirectIntroduction(
    NetworkDb db, IntroductionLocks locks, Successors successors, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    /// <param name="someoneElse">Out of <see cref="ListRedirectChoices"/>; none for nobody in the network.</param>
    /// <returns><see cref="IntroductionRefusals.PersonNotAvailable"/> when that person can no longer be asked; then nothing has changed.</returns>
    public async Task<Result<IntroductionView>> Handle(IntroductionId id, MemberId by, SuggestionId? someoneElse, CancellationToken stop)
    {
        var candidates = await successors.Find(id, stop);
        await using var held = await locks.Take(id, stop);
        if (held is not { Introduction: var introduction, Problem: var problem }) return Refusal.NotFound;

        if (someoneElse is { } choice)
        {
            if (introduction.SideOf(by) != IntroductionSide.Giver) return Refusal.NotYours;
            if (await Chosen(introduction, choice, stop) is not { } person) return IntroductionRefusals.PersonNotAvailable;
            candidates = [person, .. candidates];
        }

        if (introduction.Redirect(by, clock.GetUtcNow()) is { } refusal) return refusal;

        await notices.EndRequest(introduction, tellGiver: false, stop);
        await successors.AskNext(introduction, problem, candidates, stop);
        await held.Save(stop);
        return await views.Of(introduction, by, stop);
    }

    private async Task<ChosenPerson?> Chosen(Introduction introduction, SuggestionId choice, CancellationToken stop)
    {
        var suggestion = await db.Suggestions.SingleOrDefaultAsync(
            s => s.Id == choice && s.ProblemId == introduction.ProblemId && s.Slot == Slot.PassOn && s.MemberId != null, stop);
        if (suggestion?.MemberId is not { } id || await db.MemberOf(id, stop) is not { } member) return null;
        if (await successors.Closed(introduction, id, stop) is not null) return null;

        return new ChosenPerson(member, null, suggestion.Score, suggestion.Reasons);
    }
}
