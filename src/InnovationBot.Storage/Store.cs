using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage;

/// <summary>The store of this installation as whoever runs it sees it: made, brought up to date, refused.</summary>
public abstract class Store
{
    /// <summary>"SQLite" or "PostgreSQL".</summary>
    public abstract string Engine { get; }

    /// <summary>
    /// Makes the store ready for this program: an SQLite file is made and migrated; a PostgreSQL database is only checked,
    /// since several instances may stand on it and an update is its operator's decision.
    /// </summary>
    /// <exception cref="StoreException">It cannot be used as it is; the message says why and what to do.</exception>
    public abstract Task Open(CancellationToken stop);

    /// <summary>Brings the store's tables up to this program, making the database when there is none.</summary>
    /// <returns>The migrations applied, oldest first; none when it was up to date.</returns>
    /// <exception cref="StoreException">The store is newer than this program, or cannot be written.</exception>
    public abstract Task<IReadOnlyList<string>> Migrate(CancellationToken stop);

    /// <returns>Migrations the database lacks, oldest first.</returns>
    /// <exception cref="StoreException"><see cref="StoreProblem.Newer"/>.</exception>
    protected static async Task<IReadOnlyList<string>> Pending(NetworkDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new StoreException(
                StoreProblem.Newer,
                $"The database is newer than this program (it has {unknown}, this program knows up to {known[^1]}). Run the newer program, or restore a backup made before the update.");
        }

        return known.Except(applied).ToList();
    }
}
