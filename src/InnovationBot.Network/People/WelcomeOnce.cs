using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.People;

/// <summary>Decides, once for all, that somebody or some place is welcomed; channels repeat arrivals, also at the same moment.</summary>
public sealed class WelcomeOnce(NetworkDb db, TimeProvider clock)
{
    /// <returns>Whether the welcome is to be said now.</returns>
    public async Task<bool> Person(MemberId id, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(id, stop) is not { WelcomedAt: null } member) return false;

        var now = clock.GetUtcNow();
        member.WelcomedAt = now;
        db.Changes.Add(Change.Of(ChangedKind.Member, id.Value, now));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <returns>Whether the welcome is to be said now.</returns>
    public async Task<bool> Place(string conversationId, CancellationToken stop)
    {
        if (await db.Places.FindAsync([conversationId], stop) is not null) return false;

        db.Places.Add(new Place { ConversationId = conversationId, WelcomedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop); // of two arrivals at once the second fails here, runs again, and finds the place welcomed
        return true;
    }
}
