using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions;

/// <summary>Nothing fits: the network's contact point gets the problem as a match request, with the same yes and no as a person.</summary>
public sealed class PassToContactPoint(
    NetworkDb db, AskTermsRules rules, ContactPoints contactPoints, Matcher matcher, TakerLimit limit, RequestNotices notices, IntroductionViews views, TimeProvider clock)
{
    public sealed record Request(ProblemId Problem, MemberId By, AskTerms Terms);

    /// <returns>As for a person, and <see cref="IntroductionRefusals.NoContactPoint"/>. A desk has no monthly limit.</returns>
    public async Task<Result<IntroductionView>> Handle(Request request, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        var problem = await db.Lock<Problem>(request.Problem, stop);
        if (problem is null || problem.OwnerId != request.By) return Refusal.NotFound;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;

        await db.Lock<Member>(request.By, stop);
        if (await db.MemberOf(request.By, stop) is not { } taker) return Refusal.NotFound;
        var terms = await rules.Check(request.Terms, taker, stop);
        if (terms.Refusal is { } wrong) return wrong;

        if (await contactPoints.For(taker, await db.OrganisationOf(taker.OrganisationId, stop), stop) is not { } desk) return IntroductionRefusals.NoContactPoint;
        if (await db.AskingAlready(problem.Id, stop)) return IntroductionRefusals.AlreadyLooking;
        if (await limit.Check(taker.Id, stop) is { } many) return many;
        if ((await matcher.Asked(problem.Id, stop)).Contains(desk.Id)) return IntroductionRefusals.AlreadyAsked;

        await rules.Keep(request.Terms, taker, terms.Value, problem, stop);
        problem.Open();
        problem.ContactPointMaySee = true;
        var introduction = Begin(request, problem, desk);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return await views.Of(introduction, request.By, stop);
    }

    private Introduction Begin(Request request, Problem problem, Member desk)
    {
        var now = clock.GetUtcNow();
        var id = EntityId.New<IntroductionId>(now);
        var introduction = db.Introductions.Add(new Introduction
        {
            Id = id, FirstId = id, ProblemId = problem.Id, TakerId = request.By, GiverId = desk.Id, Kind = IntroductionKind.ContactPoint,
            Blurb = request.Terms.Blurb.Trim(), BlurbLanguage = problem.Language, Languages = [.. request.Terms.Languages.Distinct()],
            Disclosure = request.Terms.NameNow ? Disclosure.NameNow : Disclosure.NameAfterYes,
            Reasons = [Reason.Of(ReasonKind.ContactPoint)], PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
        }).Entity;
        notices.AskGiver(introduction);
        db.Facts.Add(new Fact { Kind = FactKind.Requested, At = now, Language = problem.Language });
        return introduction;
    }
}
