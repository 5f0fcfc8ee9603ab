using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>
/// The taker approves the text and the request is on its way; with it they agree that the next best person is asked with the
/// same text when it comes to nothing.
/// </summary>
public sealed class SendIntroduction(
    NetworkDb db, AskTermsRules rules, Matcher matcher, Loads loads, TakerLimit limit, WorkingCalendars calendars, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    public sealed record Request(SuggestionId Suggestion, MemberId By, AskTerms Terms);

    /// <returns>
    /// What is missing in the terms; <see cref="IntroductionRefusals.TooManyOpen"/>, <see cref="IntroductionRefusals.AlreadyLooking"/>,
    /// <see cref="IntroductionRefusals.AlreadyAsked"/>; or that the person cannot be asked, never why.
    /// </returns>
    public async Task<Result<IntroductionView>> Handle(Request request, CancellationToken stop)
    {
        if (await db.Suggestions.FindAsync([request.Suggestion], stop) is not { Slot: Slot.Person, MemberId: { } chosen } suggestion) return Refusal.NotFound;

        await using var transaction = await db.BeginWrite(stop);
        var problem = await db.Lock<Problem>(suggestion.ProblemId, stop);
        if (problem is null || problem.OwnerId != request.By) return Refusal.NotFound;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;

        // In one order everywhere, so that two who ask each other do not wait for each other.
        foreach (var id in new[] { request.By, chosen }.OrderBy(id => id.Value)) await db.Lock<Member>(id, stop);
        if (await db.MemberOf(request.By, stop) is not { } taker) return Refusal.NotFound;

        var terms = await rules.Check(request.Terms, taker, stop);
        if (terms.Refusal is { } wrong) return wrong;
        if (await Closed(request, taker, terms.Value, problem, chosen, stop) is { } refusal) return refusal;

        await rules.Keep(request.Terms, taker, terms.Value, problem, stop);
        var introduction = await Begin(request, problem, chosen, suggestion, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return await views.Of(introduction, request.By, stop);
    }

    private async Task<Refusal?> Closed(Request request, Member taker, NewOrganisation named, Problem problem, MemberId chosen, CancellationToken stop)
    {
        if (await db.AskingAlready(problem.Id, stop)) return IntroductionRefusals.AlreadyLooking;
        if (await limit.Check(taker.Id, stop) is { } many) return many;
        if (await db.MemberOf(chosen, stop) is not { } giver) return IntroductionRefusals.PersonNotAvailable;

        var now = clock.GetUtcNow();
        var organisation = await db.OrganisationOf(giver.OrganisationId, stop);
        var asker = AskTermsRules.Asker(request.Terms, taker, await db.OrganisationOf(taker.OrganisationId, stop), named, problem);
        var candidate = new Candidate(giver, organisation, await loads.Of(chosen, now, stop), []);
        return PersonGate.Closed(candidate, asker, await matcher.Apart(taker.Id, stop), await matcher.Asked(problem.Id, stop), now) switch
        {
            null => null,
            Gate.AskedBefore => IntroductionRefusals.AlreadyAsked,
            Gate.Language => IntroductionRefusals.NoSharedLanguage,
            _ => IntroductionRefusals.PersonNotAvailable,
        };
    }

    private async Task<Introduction> Begin(Request request, Problem problem, MemberId chosen, Suggestion suggestion, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var id = EntityId.New<IntroductionId>(now);
        var introduction = db.Introductions.Add(new Introduction
        {
            Id = id, FirstId = id, ProblemId = problem.Id, TakerId = request.By, GiverId = chosen,
            Blurb = request.Terms.Blurb.Trim(), BlurbLanguage = problem.Language, Languages = [.. request.Terms.Languages.Distinct()],
            Disclosure = request.Terms.NameNow ? Disclosure.NameNow : Disclosure.NameAfterYes,
            Reasons = suggestion.Reasons, PolicyVersion = suggestion.PolicyVersion, CreatedAt = now,
        }).Entity;

        problem.Open();
        problem.OrganiserOfferDue ??= (await calendars.Of(request.By, stop)).Add(now, Problem.OrganiserAfterWorkingDays);
        notices.AskGiver(introduction);
        db.Facts.Add(new Fact { Kind = FactKind.Requested, At = now, Language = problem.Language });
        return introduction;
    }
}
