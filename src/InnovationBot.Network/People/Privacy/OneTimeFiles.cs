using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Keeps files until they are fetched or expire.</summary>
public sealed class OneTimeFiles(NetworkDb db, TimeProvider clock)
{
    public async Task Keep(MemberId member, string key, byte[] sealedContent, CancellationToken stop)
    {
        db.OneTimeFiles.Add(new OneTimeFile { Key = key, MemberId = member, Sealed = sealedContent, ExpiresDue = clock.GetUtcNow() + OneTimeFile.Lifetime });
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Takes a file out of the store; of several who ask at once, one gets it.</summary>
    /// <returns><c>null</c> when it was fetched, has expired, or never was.</returns>
    public async Task<byte[]?> Take(string key, CancellationToken stop)
    {
        if (await db.OneTimeFiles.AsNoTracking().FirstOrDefaultAsync(file => file.Key == key, stop) is not { } file) return null;
        return await db.OneTimeFiles.Where(kept => kept.Key == key).ExecuteDeleteAsync(stop) == 1 && file.ExpiresDue > clock.GetUtcNow() ? file.Sealed : null;
    }
}

/// <summary>Deletes files that nobody fetched in time.</summary>
public sealed class ExpireOneTimeFiles(NetworkDb db) : IDueWork
{
    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) =>
        db.OneTimeFiles.Where(file => file.ExpiresDue <= now).ExecuteDeleteAsync(stop);
}
