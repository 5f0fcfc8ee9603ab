using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>The owner of an open problem answers an offer of help: yes brings the two together, by name.</summary>
public sealed class AnswerHelp(
    NetworkDb db, HelpOffers offers, WorkingCalendars calendars, RequestNotices notices, OtherRequests others, IntroductionViews views, TimeProvider clock)
{
    /// <returns>The introduction as the owner sees it; the same when pressed again.</returns>
    public async Task<Result<IntroductionView>> Accept(HelpOfferId id, MemberId by, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await Held(id, by, stop) is not var (offer, problem)) return Refusal.NotFound;
        if (offer is { State: HelpOfferState.Accepted, IntroductionId: { } before })
            return await db.Introductions.FindAsync([before], stop) is { } known ? await views.Of(known, by, stop) : Refusal.NoLongerOpen;
        if (!problem.IsOpen || await db.MemberOf(offer.GiverId, stop) is not { } giver) return Refusal.NoLongerOpen;

        var now = clock.GetUtcNow();
        var introduction = await BringTogether(offer, problem, giver, now, stop);
        if (offer.Accept(introduction.Id, now) is { } refusal) return refusal;

        problem.Matched();
        await others.End(introduction, now, stop);
        await offers.RedrawForOwner(offer, stop);
        notices.Tell(introduction.TakerId, IntroductionNotices.Introduced, introduction);
        notices.Tell(introduction.GiverId, IntroductionNotices.Introduced, introduction);
        db.Facts.Add(new Fact { Kind = FactKind.Introduced, At = now, Language = problem.Language });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return await views.Of(introduction, by, stop);
    }

    public async Task<Result<HelpOffer>> Decline(HelpOfferId id, MemberId by, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await Held(id, by, stop) is not var (offer, _)) return Refusal.NotFound;
        var waited = offer.IsWaiting;
        if (offer.End(HelpOfferState.Declined, clock.GetUtcNow()) is { } refusal) return refusal;

        if (waited) offers.TellGiver(offer);
        await offers.RedrawForOwner(offer, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return offer;
    }

    private async Task<(HelpOffer Offer, Problem Problem)?> Held(HelpOfferId id, MemberId by, CancellationToken stop)
    {
        if (await db.HelpOffers.AsNoTracking().Where(o => o.Id == id).Select(o => (ProblemId?)o.ProblemId).SingleOrDefaultAsync(stop) is not { } about) return null;
        if (await db.Lock<Problem>(about, stop) is not { } problem || problem.OwnerId != by || await db.MemberOf(by, stop) is null) return null;
        return await db.Lock<HelpOffer>(id, stop) is { } offer ? (offer, problem) : null;
    }

    /// <summary>Asked before without a yes, the same row now holds it: one pair has one introduction for one problem.</summary>
    private async Task<Introduction> BringTogether(HelpOffer offer, Problem problem, Member giver, DateTimeOffset now, CancellationToken stop)
    {
        var introduction = await db.Introductions.SingleOrDefaultAsync(
            i => i.ProblemId == problem.Id && i.GiverId == giver.Id && i.State != IntroductionState.Cancelled, stop);
        if (introduction is null)
        {
            var owner = await db.MemberOf(problem.OwnerId, stop);
            var key = EntityId.New<IntroductionId>(now);
            introduction = db.Introductions.Add(new Introduction
            {
                Id = key, FirstId = key, ProblemId = problem.Id, TakerId = problem.OwnerId, GiverId = giver.Id, Kind = IntroductionKind.Offered,
                Blurb = problem.OpenText ?? Problem.Cut(problem.Text, Introduction.MaxBlurb), BlurbLanguage = problem.Language,
                Languages = [.. owner is null ? [problem.Language] : PersonAccess.TalksIn(owner)],
                Disclosure = Disclosure.NameAfterYes, PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
            }).Entity;
        }

        introduction.BringTogether(now, await calendars.Of(giver, stop), await calendars.Of(problem.OwnerId, stop));
        return introduction;
    }
}
