using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>"I can help": sends the owner of an open problem a short text, and says nothing of who wrote it.</summary>
public sealed class OfferHelp(NetworkDb db, HelpOffers offers, WorkingCalendars calendars, TimeProvider clock)
{
    /// <returns>
    /// <see cref="Refusal.NotFound"/> for a problem this person may not read; <see cref="OpenProblemRefusals.TooManyOffers"/>;
    /// <see cref="OpenProblemRefusals.OfferedAlready"/>. Sent twice it is sent once.
    /// </returns>
    public async Task<Result<HelpOffer>> Handle(ProblemId id, MemberId by, string text, Language language, CancellationToken stop)
    {
        if (text.Trim().Length == 0) return OpenProblemRefusals.OfferMissing;
        if (text.Trim().Length > HelpOffer.MaxText) return OpenProblemRefusals.OfferTooLong;

        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Problem>(id, stop) is not { } problem) return Refusal.NotFound;
        if (problem.OwnerId == by) return OpenProblemRefusals.OwnProblem;
        await db.Lock<Member>(by, stop);
        if (await OpenProblemReader.Of(db, by, stop) is not { } reader) return Refusal.NotFound;
        if (!await db.Problems.Where(p => p.Id == id).AnyAsync(reader.Reads, stop)) return Refusal.NotFound;

        var earlier = await db.HelpOffers.Where(o => o.ProblemId == id && o.GiverId == by).ToListAsync(stop);
        if (earlier.Find(o => o.IsWaiting) is { } same) return same;
        if (earlier.Exists(o => o.State != HelpOfferState.Withdrawn) || await KnowEachOther(id, by, stop)) return OpenProblemRefusals.OfferedAlready;
        if (await db.HelpOffers.CountAsync(o => o.GiverId == by && o.State == HelpOfferState.Waiting, stop) >= HelpOffer.MostOpen) return OpenProblemRefusals.TooManyOffers;

        var now = clock.GetUtcNow();
        var days = await calendars.Of(problem.OwnerId, stop);
        var offer = db.HelpOffers.Add(HelpOffer.Of(EntityId.New<HelpOfferId>(now), id, by, text.Trim(), language, now, days.Add(now, HelpOffer.LapseAfterWorkingDays))).Entity;
        offers.TellOwner(offer, problem);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return offer;
    }

    /// <summary>The giver takes an offer back.</summary>
    public async Task<Result<HelpOffer>> Withdraw(HelpOfferId id, MemberId by, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<HelpOffer>(id, stop) is not { } offer || offer.GiverId != by) return Refusal.NotFound;
        if (offer.End(HelpOfferState.Withdrawn, clock.GetUtcNow()) is { } refusal) return refusal;

        await offers.RedrawForOwner(offer, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return offer;
    }

    /// <summary>A request about it is under way between the two, or both said yes to it.</summary>
    private Task<bool> KnowEachOther(ProblemId problem, MemberId giver, CancellationToken stop) => db.Introductions.AnyAsync(
        i => i.ProblemId == problem && i.GiverId == giver
            && (i.IntroducedAt != null || i.State == IntroductionState.TakerAgreed || i.State == IntroductionState.GiverAsked || i.State == IntroductionState.TakerQuestioned), stop);
}
