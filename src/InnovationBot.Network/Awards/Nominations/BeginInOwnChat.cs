using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>A nomination that was begun where others read goes on in its nominator's own chat.</summary>
public sealed class BeginInOwnChat(NetworkDb db, TimeProvider clock)
{
    public async Task Handle(NominationId id, MemberId by, CancellationToken stop)
    {
        db.Notices.Add(Notice.To(by, NominationNotices.Begun, id.Value, clock.GetUtcNow(), NoticeTiming.AtOnce));
        await db.SaveChangesAsync(stop);
    }
}
