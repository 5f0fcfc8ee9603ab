using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>What the card that asks for an introduction shows, and what is missing. Stores nothing.</summary>
public sealed class DraftIntroduction(NetworkDb db, WorkingCalendars calendars, Desks desks, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for a suggestion of somebody else's problem, or one that is no person.</returns>
    public async Task<Result<IntroductionDraft>> Handle(SuggestionId suggestion, MemberId by, CancellationToken stop)
    {
        if (await db.Suggestions.FindAsync([suggestion], stop) is not { Slot: Slot.Person, MemberId: { } chosen } suggested) return Refusal.NotFound;
        if (await db.ProblemOf(suggested.ProblemId, by, stop) is not var (problem, taker)) return Refusal.NotFound;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;
        if (await db.MemberOf(chosen, stop) is not { } person || !person.CanBeSuggested(clock.GetUtcNow())) return IntroductionRefusals.PersonNotAvailable;

        var reader = await db.ReaderOf(by, stop);
        var shown = reader.Show(person, await db.OrganisationOf(person.OrganisationId, stop), [problem.Language, .. taker.Languages]);
        return await Draft(problem, taker, person, stop) with
        {
            Suggestion = suggestion, Person = shown,
            Reasons = shown.IsNamed ? suggested.Reasons : Reasons.WithoutPerson(suggested.Reasons),
        };
    }

    /// <summary>The same for passing the problem to the contact point.</summary>
    /// <returns><see cref="IntroductionRefusals.NoContactPoint"/> where there is none for this person.</returns>
    public async Task<Result<IntroductionDraft>> Handle(ProblemId problem, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(problem, by, stop) is not var (own, taker)) return Refusal.NotFound;
        if (!own.IsOpen) return Refusal.NoLongerOpen;

        return await desks.For(taker, await db.OrganisationOf(taker.OrganisationId, stop), ownOrganisation: true, stop) is not var (_, people)
            ? IntroductionRefusals.NoContactPoint
            : await Draft(own, taker, people[0], stop) with { Reasons = [Reason.Of(ReasonKind.ContactPoint)] };
    }

    private async Task<IntroductionDraft> Draft(Problem problem, Member taker, Member asked, CancellationToken stop)
    {
        var organisation = await db.OrganisationOf(taker.OrganisationId, stop);
        var days = await calendars.Of(asked, stop);
        return new IntroductionDraft(
            null, problem.Id, null, [], organisation is null && taker.SaysKind is null, organisation, organisation?.Kind ?? taker.SaysKind,
            [.. taker.Languages.Prepend(problem.Language).Distinct()], problem.NotOwnOrganisation, Problem.Cut(problem.Text, Introduction.MaxBlurb),
            days.Add(days.NextWorkingTime(clock.GetUtcNow()), Introduction.LapseAfterWorkingDays)) { Language = problem.Language };
    }
}
