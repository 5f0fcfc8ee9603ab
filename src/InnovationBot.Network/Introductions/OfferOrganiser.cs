using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Ten working days after the first request nobody has said yes: the taker is offered an organiser who looks by hand.</summary>
public sealed class OfferOrganiser(NetworkDb db, RequestNotices notices) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Problems.Where(p => p.OrganiserOfferDue <= now).OrderBy(p => p.OrganiserOfferDue).Take(most).Select(p => p.Id).ToListAsync(stop);
        return await db.Each(due, id => Offer(id, now, stop));
    }

    private async Task<bool> Offer(ProblemId id, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Problem>(id, stop) is not { } problem || !(problem.OrganiserOfferDue <= now)) return false;

        problem.OrganiserOfferDue = null;
        var newest = await db.Introductions.Where(i => i.ProblemId == id).OrderByDescending(i => i.CreatedAt).FirstOrDefaultAsync(stop);
        if (newest is not null && (newest.IsOpen || newest.CameToNothing) && problem is { IsOpen: true, OrganiserOfferedAt: null } && (await db.MembersWith(Role.Organiser, stop)).Count > 0)
        {
            problem.OrganiserOfferedAt = now;
            var kind = newest.IsOpen ? IntroductionNotices.StillLooking : IntroductionNotices.NobodyLeft;
            await TellOnce(problem, kind, newest, stop);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>A message that has not left yet is drawn when it leaves, and will hold the offer too.</summary>
    private async Task TellOnce(Problem problem, string kind, Introduction about, CancellationToken stop)
    {
        var waits = await db.Notices.AnyAsync(
            n => n.Subject == about.Id.Value && n.RecipientId == problem.OwnerId && n.Kind == kind && n.State == NoticeState.Queued, stop);
        if (!waits) notices.TellLater(problem.OwnerId, kind, about.Id.Value);
    }
}
