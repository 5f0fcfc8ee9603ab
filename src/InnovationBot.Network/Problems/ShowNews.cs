using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Problems;

/// <summary>The new case or person that a notice tells of, if its problem is still kept open and they may still be shown.</summary>
public sealed class ShowNews(NetworkDb db, TimeProvider clock)
{
    /// <returns><c>null</c> when the problem is closed, somebody else's, or gone, or the person can no longer be asked.</returns>
    public async Task<ProblemNews?> Handle(SuggestionId id, MemberId by, CancellationToken stop)
    {
        if (await db.Suggestions.FindAsync([id], stop) is not { } suggestion || await db.ProblemOf(suggestion.ProblemId, by, stop) is not var (problem, owner)
            || problem is not { KeptAt: not null, IsOpen: true }) return null;
        if (suggestion.CaseId is { } @case) return new ProblemNews(problem, @case);
        if (suggestion is not { Slot: Slot.Person, MemberId: { } chosen } || await db.MemberOf(chosen, stop) is not { } person || !person.CanBeSuggested(clock.GetUtcNow())) return null;

        var shown = (await db.ReaderOf(by, stop)).Show(person, await db.OrganisationOf(person.OrganisationId, stop), [problem.Language, .. owner.Languages]);
        return new ProblemNews(problem, null) { Person = new SuggestedPerson(suggestion, shown, shown.IsNamed ? suggestion.Reasons : Reasons.WithoutPerson(suggestion.Reasons)) };
    }
}

/// <param name="Case">None when it is a person.</param>
public sealed record ProblemNews(Problem Problem, CaseId? Case)
{
    public SuggestedPerson? Person { get; init; }
}
