using InnovationBot.Network.People;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>Somebody wants to be asked now; one that is under way is gone on with, so that there are never two.</summary>
public sealed class StartCheckIn(NetworkDb db, Openings openings, ShowCheckIn show, TimeProvider clock)
{
    public async Task<Result<CheckInView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is null) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        var checkIn = await db.CheckIns.Where(c => c.MemberId == by && (c.State == CheckInState.Open || (c.State == CheckInState.Sent && c.ExpiresDue > now)))
            .OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(stop);
        if (checkIn is null)
        {
            var rhythm = await db.CheckInRhythms.FindAsync([by], stop);
            var last = rhythm?.LastOpening ?? await db.CheckIns.Where(c => c.MemberId == by).OrderByDescending(c => c.CreatedAt).Select(c => (OpeningQuestion?)c.Opening).FirstOrDefaultAsync(stop);
            var (opening, about) = await openings.Next(by, last, now, stop);
            checkIn = db.CheckIns.Add(new CheckIn { Id = EntityId.New<CheckInId>(now), MemberId = by, Opening = opening, AboutId = about, ByPerson = true, CreatedAt = now }).Entity;
            checkIn.Sent(now, now + CheckIn.TextLifetime);
            rhythm?.Asked(opening);
        }

        var waitsForYes = checkIn is { State: CheckInState.Open, Text: not null, Asked: null };
        if (!waitsForYes) await db.Ask(by, CheckInQuestions.Answer, checkIn.Id.Value, now, stop);
        db.HandledAbout(checkIn.Id.Value);
        await db.SaveChangesAsync(stop);
        return await show.Of(checkIn, stop);
    }
}
