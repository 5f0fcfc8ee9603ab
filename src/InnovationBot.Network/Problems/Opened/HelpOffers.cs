using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>What becomes of offers when the problem changes, and what both sides hear of it.</summary>
public sealed class HelpOffers(NetworkDb db, TimeProvider clock)
{
    /// <summary>The problem is over: nobody's offer waits any more.</summary>
    public async Task EndAll(ProblemId problem, CancellationToken stop)
    {
        foreach (var offer in await Waiting(problem, stop)) await End(offer, stop);
    }

    /// <summary>Somebody leaves: their problems are open to nobody any more, and what they offered is taken back.</summary>
    public async Task EndOf(MemberId member, CancellationToken stop)
    {
        foreach (var problem in await db.Problems.Where(p => p.OwnerId == member && p.Readers != Readers.Private).ToListAsync(stop))
        {
            problem.CloseToOthers(member);
            await EndAll(problem.Id, stop);
        }

        foreach (var own in await db.HelpOffers.Where(o => o.GiverId == member && o.State == HelpOfferState.Waiting).ToListAsync(stop))
        {
            own.End(HelpOfferState.Withdrawn, clock.GetUtcNow());
            await RedrawForOwner(own, stop);
        }
    }

    /// <summary>Offers of those who may no longer read it, and all once nobody may.</summary>
    internal async Task EndUnreadable(Problem problem, CancellationToken stop)
    {
        foreach (var offer in await Waiting(problem.Id, stop))
        {
            var reader = await OpenProblemReader.Of(db, offer.GiverId, stop);
            var reads = reader is not null && await db.Problems.Where(p => p.Id == problem.Id).AnyAsync(reader.Reads, stop);
            if (!reads) await End(offer, stop);
        }
    }

    /// <summary>To the owner: somebody offers help.</summary>
    internal void TellOwner(HelpOffer offer, Problem problem) => db.Notices.Add(
        Notice.To(problem.OwnerId, HelpNotices.Offered, offer.Id.Value, clock.GetUtcNow(), NoticeTiming.WorkingHours, NoticePriority.Match));

    /// <summary>To the giver: it came to nothing, and nobody learnt who they are.</summary>
    internal void TellGiver(HelpOffer offer) => db.Notices.Add(
        Notice.To(offer.GiverId, HelpNotices.NotTaken, offer.Id.Value, clock.GetUtcNow(), NoticeTiming.WorkingHours, NoticePriority.Match));

    /// <summary>What has not been sent of an offer is not sent any more; the owner's cards of it show how it stands.</summary>
    internal async Task RedrawForOwner(HelpOffer offer, CancellationToken stop)
    {
        await db.CancelQueued(offer.Id.Value, HelpNotices.Offered, stop);
        await db.RedrawSent(offer.Id.Value, HelpNotices.Offered, clock.GetUtcNow(), stop);
    }

    private async Task End(HelpOffer offer, CancellationToken stop)
    {
        if (offer.End(HelpOfferState.Ended, clock.GetUtcNow()) is not null) return;
        TellGiver(offer);
        await RedrawForOwner(offer, stop);
    }

    private Task<List<HelpOffer>> Waiting(ProblemId problem, CancellationToken stop) =>
        db.HelpOffers.Where(o => o.ProblemId == problem && o.State == HelpOfferState.Waiting).ToListAsync(stop);
}

public static class HelpNotices
{
    /// <summary>To the owner of an open problem; the subject is the offer.</summary>
    public const string Offered = "problem.help_offered";

    /// <summary>To the giver: the offer was not taken up, whatever the reason.</summary>
    public const string NotTaken = "problem.help_not_taken";
}
