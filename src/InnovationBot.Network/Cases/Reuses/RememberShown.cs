using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reuses;

/// <summary>Remembers which case a message of the bot's shows, until nobody likes so old a message any more.</summary>
public sealed class RememberShown(NetworkDb db, TimeProvider clock) : IDueWork
{
    /// <summary>Saved at once; a message shows the case it was last opened with.</summary>
    public async Task Handle(string activity, MemberId to, CaseId @case, CancellationToken stop)
    {
        if (activity.Length is 0 or > 200) return;
        var now = clock.GetUtcNow();
        if (await db.ShownMessages.FindAsync([activity], stop) is not { } shown) db.ShownMessages.Add(new ShownMessage { ActivityId = activity, MemberId = to, CaseId = @case, At = now });
        else if (shown.MemberId == to && shown.CaseId != @case) (shown.CaseId, shown.At) = (@case, now);
        await db.SaveChangesAsync(stop);
    }

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var old = now - ShownMessage.Lifetime;
        return await db.ShownMessages.Where(m => m.At < old).ExecuteDeleteAsync(stop);
    }
}
