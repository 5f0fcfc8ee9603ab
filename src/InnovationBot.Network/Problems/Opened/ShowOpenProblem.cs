using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>One open problem as somebody who may read it sees it.</summary>
public sealed class ShowOpenProblem(NetworkDb db)
{
    /// <returns><see cref="Refusal.NotFound"/> for whoever may not read it, or no longer.</returns>
    public async Task<Result<OpenProblemShown>> Handle(ProblemId id, MemberId by, CancellationToken stop)
    {
        var answered = await db.Introductions.AnyAsync(i => i.ProblemId == id && (i.IntroducedAt != null || i.WrittenAnswer != null) && i.State != IntroductionState.Cancelled, stop);
        return await db.ShowOpen(id, by, answered, stop) is { } shown ? shown : Refusal.NotFound;
    }

    /// <summary>An offer, for its giver or for the owner of the problem.</summary>
    public async Task<Result<OfferShown>> Offer(HelpOfferId id, MemberId by, CancellationToken stop)
    {
        if (await db.HelpOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } offer) return Refusal.NotFound;
        var problem = await db.Problems.AsNoTracking().SingleOrDefaultAsync(p => p.Id == offer.ProblemId, stop);
        if (offer.GiverId == by) return new OfferShown(offer, problem?.OpenText, PersonShown.Nobody, IsGiver: true);
        if (problem is null || problem.OwnerId != by) return Refusal.NotFound;
        return new OfferShown(offer, problem.OpenText ?? problem.Text, await Giver(offer, stop), IsGiver: false);
    }

    /// <summary>What waits for the owner of a problem.</summary>
    public async Task<Result<IReadOnlyList<OfferShown>>> Offers(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, _)) return Refusal.NotFound;
        List<OfferShown> shown = [];
        foreach (var offer in await db.HelpOffers.AsNoTracking().Where(o => o.ProblemId == id && o.State == HelpOfferState.Waiting).OrderBy(o => o.CreatedAt).ToListAsync(stop))
            shown.Add(new OfferShown(offer, problem.OpenText ?? problem.Text, await Giver(offer, stop), IsGiver: false));
        return shown;
    }

    /// <summary>The owner's own, as it is open now.</summary>
    public async Task<Result<OwnOpenProblem>> Own(ProblemId id, MemberId by, CancellationToken stop) =>
        await db.ProblemOf(id, by, stop) is not var (problem, owner) ? Refusal.NotFound
        : !problem.IsOpen ? Refusal.NoLongerOpen
        : new OwnOpenProblem(problem, owner.OrganisationConfirmed ? (await db.OrganisationOf(owner.OrganisationId, stop))?.Name : null);

    /// <summary>Until the owner said yes the giver is a kind of organisation, also who is listed elsewhere.</summary>
    private async Task<PersonShown> Giver(HelpOffer offer, CancellationToken stop) =>
        await db.MemberOf(offer.GiverId, stop) is { } giver ? PersonAccess.Unnamed(giver, await db.OrganisationOf(giver.OrganisationId, stop), []) : PersonShown.Nobody;
}

internal static class OpenProblemViews
{
    public static async Task<OpenProblemShown?> ShowOpen(this NetworkDb db, ProblemId id, MemberId by, bool answered, CancellationToken stop)
    {
        if (await OpenProblemReader.Of(db, by, stop) is not { } reader) return null;
        if (await db.Problems.AsNoTracking().Where(reader.Reads).SingleOrDefaultAsync(p => p.Id == id, stop) is not { OpenText: { } text } problem) return null;
        if (await db.MemberOf(problem.OwnerId, stop) is not { } owner) return null;

        var organisation = await db.OrganisationOf(owner.OrganisationId, stop);
        var shown = problem.OwnerNamed ? PersonAccess.Named(owner, organisation, []) : PersonAccess.Unnamed(owner, organisation, []);
        var own = await db.HelpOffers.AsNoTracking().Where(o => o.ProblemId == id && o.GiverId == by).OrderByDescending(o => o.CreatedAt).FirstOrDefaultAsync(stop);
        return new OpenProblemShown(id, text, problem.Language, problem.Tasks, shown, problem.OpenedAt ?? problem.CreatedAt, answered, own);
    }
}

/// <param name="Owner">By name only when the owner ticked that.</param>
/// <param name="Answered">Somebody was brought together with the owner about it, or answered in writing.</param>
/// <param name="Own">The reader's newest offer.</param>
public sealed record OpenProblemShown(
    ProblemId Id, string Text, Language Language, IReadOnlyList<string> Tasks, PersonShown Owner, DateTimeOffset OpenedAt, bool Answered, HelpOffer? Own);

/// <param name="ProblemText">None once the problem is gone.</param>
/// <param name="Giver">Unnamed; nobody for the giver's own eyes.</param>
public sealed record OfferShown(HelpOffer Offer, string? ProblemText, PersonShown Giver, bool IsGiver);

/// <param name="Organisation">The owner's own, when confirmed: else it cannot be opened to it.</param>
public sealed record OwnOpenProblem(Problem Problem, string? Organisation);
