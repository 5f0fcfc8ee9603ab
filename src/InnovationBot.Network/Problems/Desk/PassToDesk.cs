using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>Nobody else can answer: the nearest contact desk gets the problem, with its language and by when an answer was promised.</summary>
public sealed class PassToDesk(NetworkDb db, AskTermsRules rules, Desks desks, WorkingCalendars calendars, TimeProvider clock)
{
    /// <param name="OwnOrganisation">Desks of the owner's own organisation may read it.</param>
    public sealed record Request(ProblemId Problem, MemberId By, AskTerms Terms, bool OwnOrganisation = false);

    /// <returns>
    /// What is missing in the terms; <see cref="IntroductionRefusals.NoContactPoint"/>, <see cref="DeskRefusals.OwnDeskOnly"/>,
    /// <see cref="DeskRefusals.AtDeskAlready"/>, <see cref="DeskRefusals.TooManyItems"/>.
    /// </returns>
    public async Task<Result<DeskItem>> Handle(Request request, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        var problem = await db.Lock<Problem>(request.Problem, stop);
        if (problem is null || problem.OwnerId != request.By) return Refusal.NotFound;
        if (!problem.IsOpen) return Refusal.NoLongerOpen;

        await db.Lock<Member>(request.By, stop);
        if (await db.MemberOf(request.By, stop) is not { } owner) return Refusal.NotFound;
        var terms = await rules.Check(request.Terms, owner, stop);
        if (terms.Refusal is { } wrong) return wrong;

        var organisation = await db.OrganisationOf(owner.OrganisationId, stop);
        if (await desks.For(owner, organisation, request.OwnOrganisation, stop) is not var (place, people))
            return await desks.For(owner, organisation, ownOrganisation: true, stop) is null ? IntroductionRefusals.NoContactPoint : DeskRefusals.OwnDeskOnly;

        var open = await db.DeskItems.Where(i => i.OwnerId == owner.Id && i.State != DeskItemState.Closed).ToListAsync(stop);
        if (open.Exists(i => i.ProblemId == problem.Id)) return DeskRefusals.AtDeskAlready;
        if (open.Count >= DeskItem.MostOpen) return DeskRefusals.TooManyItems;

        await rules.Keep(request.Terms, owner, terms.Value, problem, stop);
        problem.Open();
        problem.ContactPointMaySee = true;
        var now = clock.GetUtcNow();
        var days = await calendars.Of(people[0], stop);
        var item = db.DeskItems.Add(new DeskItem
        {
            Id = EntityId.New<DeskItemId>(now), ProblemId = problem.Id, OwnerId = owner.Id, Text = request.Terms.Blurb.Trim(), Language = problem.Language,
            Languages = [.. request.Terms.Languages.Distinct()], OwnerNamed = request.Terms.NameNow, OwnOrganisationMaySee = request.OwnOrganisation,
            CreatedAt = now, DueAt = days.Add(now, DeskItem.AnswerWithinWorkingDays),
        }).Entity;
        item.LieAt(place, now, days);
        foreach (var person in people) db.TellAbout(item, person.Id, DeskNotices.Waiting, now);
        db.Facts.Add(new Fact { Kind = FactKind.Requested, At = now, Language = problem.Language });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return item;
    }
}
