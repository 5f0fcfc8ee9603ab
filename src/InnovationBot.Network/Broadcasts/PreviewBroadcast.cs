using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Sends an organiser the card as its readers will see it.</summary>
public sealed class PreviewBroadcast(NetworkDb db, BroadcastRights rights, TimeProvider clock)
{
    public async Task<Result<Broadcast>> Handle(BroadcastId id, MemberId by, CancellationToken stop)
    {
        var found = await rights.Find(id, by, stop);
        if (found.Refusal is not null) return found;
        db.Notices.Add(Notice.To(by, BroadcastNotices.Preview, id.Value, clock.GetUtcNow(), NoticeTiming.AtOnce));
        await db.SaveChangesAsync(stop);
        return found;
    }
}
