using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>The taker has somebody: whoever is still being asked about the same problem hears that it is no longer needed.</summary>
public sealed class OtherRequests(NetworkDb db, RequestNotices notices)
{
    public async Task End(Introduction accepted, DateTimeOffset now, CancellationToken stop)
    {
        var others = await db.Introductions.Where(i => i.ProblemId == accepted.ProblemId && i.Id != accepted.Id).ToListAsync(stop);
        foreach (var other in others.Where(other => other.IsOpen && other.NoLongerNeeded(now))) await notices.EndRequest(other, tellGiver: true, stop);
    }
}
