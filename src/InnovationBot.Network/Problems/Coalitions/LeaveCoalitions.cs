using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Coalitions;

/// <summary>Somebody leaves the network: their yes counts no longer, and whoever was to open a chat with them among others is another.</summary>
public sealed class LeaveCoalitions(NetworkDb db, TimeProvider clock)
{
    /// <summary>Nothing is saved here.</summary>
    public async Task EndOf(MemberId by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var seat in await db.CoalitionSeats.Where(s => s.MemberId == by && (s.Answer == CoalitionAnswer.Yes || s.Answer == CoalitionAnswer.Waiting)).ToListAsync(stop))
        {
            if (await db.Coalitions.FindAsync([seat.CoalitionId], stop) is not { } coalition || coalition.State == CoalitionState.Lapsed) continue;
            seat.Say(yes: false, null, coalition.State == CoalitionState.Formed, now);
            if (coalition.OpenerId == by) await db.OpenedByNext(coalition, by, now, stop);
            await db.RedrawSent(coalition.Id.Value, CoalitionNotices.Formed, now, stop);
        }
    }
}

internal static class CoalitionOpeners
{
    /// <summary>The next of those who said yes opens the chat, and hears so in a message of their own: a card that changes in place nobody notices.</summary>
    /// <param name="gone">Who was to open it.</param>
    public static async Task OpenedByNext(this NetworkDb db, Coalition coalition, MemberId gone, DateTimeOffset now, CancellationToken stop)
    {
        coalition.OpenerId = await db.CoalitionSeats
            .Where(s => s.CoalitionId == coalition.Id && s.MemberId != gone && s.Answer == CoalitionAnswer.Yes && db.Members.Any(m => m.Id == s.MemberId && m.State != MemberState.Left))
            .OrderBy(s => s.AnsweredAt).Select(s => (MemberId?)s.MemberId).FirstOrDefaultAsync(stop);
        if (coalition.OpenerId is { } next) db.Notices.Add(Notice.To(next, CoalitionNotices.Formed, coalition.Id.Value, now, NoticeTiming.WorkingHours, NoticePriority.Match));
    }
}
