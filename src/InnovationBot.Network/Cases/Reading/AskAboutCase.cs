using System.Globalization;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reading;

/// <summary>
/// Leads from a case to one of the people who carried it: the asker's problem gets that person as a suggestion, and the
/// card that asks for an introduction follows. Who it is stays as hidden as ever.
/// </summary>
public sealed class AskAboutCase(NetworkDb db, AskNetwork ask, DraftIntroduction draft, TimeProvider clock)
{
    /// <param name="Contact">Which of the case's contacts, by position.</param>
    /// <param name="Problem">The problem the case answers; none when it was opened from the library.</param>
    /// <param name="Text">What the person wants to ask, without a problem yet.</param>
    public sealed record Request(CaseId Case, int Contact, MemberId By, ProblemId? Problem, string Text, Language Language);

    public async Task<Result<IntroductionDraft>> Handle(Request request, CancellationToken stop)
    {
        var reader = await db.ReaderOf(request.By, stop);
        var @case = await db.Cases.AsNoTracking().Include(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == request.Case, stop);
        if (@case is null || !reader.MayRead(@case)) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        if (@case.Contacts.Find(contact => contact.Position == request.Contact) is not { MemberId: var chosen }
            || await db.MemberOf(chosen, stop) is not { } person || !MayBeAsked(@case, person, request.By, reader, now)) return IntroductionRefusals.PersonNotAvailable;

        var problem = await Problem(request, stop);
        if (problem.Refusal is { } refusal) return refusal;
        var suggestion = await db.Suggestions.SingleOrDefaultAsync(s => s.ProblemId == problem.Value && s.MemberId == chosen && s.Slot == Slot.Person, stop);
        if (suggestion is null)
        {
            var reason = @case.Year is { } year
                ? Reason.Of(ReasonKind.CarriedCase, ("title", @case.Title), (Reason.CaseFact, @case.Id.ToString()), ("year", year.ToString(CultureInfo.InvariantCulture)))
                : Reason.Of(ReasonKind.CarriedCase, ("title", @case.Title), (Reason.CaseFact, @case.Id.ToString()));
            suggestion = db.Suggestions.Add(new Suggestion
            {
                Id = EntityId.New<SuggestionId>(now), ProblemId = problem.Value, MemberId = chosen, Slot = Slot.Person, Rank = MatchingPolicy.MostPeople, Reasons = [reason],
                PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
            }).Entity;
            await db.SaveChangesAsync(stop);
        }

        return await draft.Handle(suggestion.Id, request.By, stop);
    }

    /// <summary>Agreed to be a case's contact and to be asked, is there, is somebody else, and does not tell whose the case is.</summary>
    internal static bool MayBeAsked(Case @case, Member person, MemberId by, Reader reader, DateTimeOffset now) =>
        person.Id != by && person.Has(Consent.CaseContact) && person.CanBeSuggested(now) && CaseShown.SpeaksFor(@case, person, reader);

    private async Task<Result<ProblemId>> Problem(Request request, CancellationToken stop)
    {
        if (request.Problem is { } known)
            return await db.ProblemOf(known, request.By, stop) is not var (problem, _) ? Refusal.NotFound : problem.IsOpen ? problem.Id : Refusal.NoLongerOpen;
        var asked = await ask.Handle(new AskNetwork.Request(request.By, request.Text, request.Language, null), stop);
        return asked.Refusal is { } refusal ? refusal : asked.Value.Problem.Id;
    }
}
