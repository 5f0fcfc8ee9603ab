using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>The message was deleted in the chat, and with it the draft; a problem that was kept or sent stays until its owner withdraws it.</summary>
public sealed class DeleteFromMessage(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> when no draft of this person came from that message.</returns>
    public async Task<Refusal?> Handle(MemberId by, string sourceActivity, CancellationToken stop)
    {
        var draft = await db.Problems
            .Where(p => p.OwnerId == by && p.SourceActivity == sourceActivity && p.State == ProblemState.Draft).OrderByDescending(p => p.CreatedAt).FirstOrDefaultAsync(stop);
        if (draft is null) return Refusal.NotFound;

        await db.Delete(draft, clock.GetUtcNow(), stop);
        await db.SaveChangesAsync(stop);
        return null;
    }
}
