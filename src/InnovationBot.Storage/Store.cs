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
    /// <exception cref="StoreException"><see cref="StoreProblem.Newer"/> or <see cref="StoreProblem.Unrelated"/>.</exception>
    protected static async Task<IReadOnlyList<string>> Pending(NetworkDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            // names begin with the time they were made: what is older than what we know was never one of ours
            if (string.CompareOrdinal(unknown, known[^1]) < 0)
            {
                throw new StoreException(
                    StoreProblem.Unrelated,
                    $"The database was made by a version of this program that was never released (it has {unknown}, which this program does not know), and cannot be brought up to date. Begin anew: a demo with --fresh, else with another folder or database. What is worth keeping, the program that made it can export.");
            }

            throw new StoreException(
                StoreProblem.Newer,
                $"The database is newer than this program (it has {unknown}, this program knows up to {known[^1]}). Run the newer program, or restore a backup made before the update.");
        }

        return known.Except(applied).ToList();
    }
}
