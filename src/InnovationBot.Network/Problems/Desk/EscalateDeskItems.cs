using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>Nobody claimed an item within two working days: organisers hear of it and may claim it themselves.</summary>
public sealed class EscalateDeskItems(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.DeskItems.Where(i => i.EscalateDue <= now).OrderBy(i => i.EscalateDue).Take(most).Select(i => i.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            await using var transaction = await db.BeginWrite(stop);
            if (await db.Lock<DeskItem>(id, stop) is not { } item || !item.Escalate(now)) return false;

            var owner = await db.MemberOf(item.OwnerId, stop);
            foreach (var organiser in await db.MembersWith(Role.Organiser, stop))
            {
                if (organiser.Id == item.OwnerId || (!item.OwnOrganisationMaySee && owner is not null && Desks.IsColleague(organiser, owner))) continue;
                db.TellAbout(item, organiser.Id, DeskNotices.Escalated, now);
                db.AuditEvents.Add(AuditEvent.Of(AuditAct.ProblemShownToOrganiser, organiser.Id, item.OwnerId, now));
            }

            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return true;
        });
    }
}
