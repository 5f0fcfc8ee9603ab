using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Opened;

/// <summary>Ten working days without an answer: the offer lapses, and its giver is free to help elsewhere.</summary>
public sealed class LapseHelp(NetworkDb db, HelpOffers offers) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.HelpOffers.Where(o => o.LapseDue <= now).OrderBy(o => o.LapseDue).Take(most).Select(o => o.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var transaction = await db.BeginWrite(stop);
            if (await db.Lock<HelpOffer>(id, stop) is not { } offer || !(offer.LapseDue <= now) || offer.End(HelpOfferState.Lapsed, now) is not null) return false;

            offers.TellGiver(offer);
            await offers.RedrawForOwner(offer, stop);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return true;
        });
    }
}
