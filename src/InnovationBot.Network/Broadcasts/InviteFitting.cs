using InnovationBot.Network.Broadcasts.Audiences;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Begins the invitation to an event for people whose open problem fits; a draft of it that is there already is gone on with.</summary>
public sealed class InviteFitting(NetworkDb db, ComposeBroadcast compose)
{
    public async Task<Result<Broadcast>> Handle(EventId id, MemberId by, CancellationToken stop)
    {
        var drafts = await db.Broadcasts.AsNoTracking().Where(b => b.State == BroadcastState.Draft && b.AuthorId == by && b.About == id.Value).ToListAsync(stop);
        if (drafts.Find(draft => draft.Audience?.FitsEvent == id) is { } begun) return begun;
        return await compose.Create(new(BroadcastKind.Event, new BroadcastContent(), id.Value, new Audience { FitsEvent = id }), by, stop);
    }
}
