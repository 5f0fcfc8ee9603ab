using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

internal sealed class PostgresStore(NpgsqlDataSource source) : Store
{
    public override string Engine => "PostgreSQL";

    public override async Task Open(CancellationToken stop)
    {
        await using var db = Context();
        var pending = await Told(async () =>
        {
            await db.Database.OpenConnectionAsync(stop); // told apart from a database without tables
            return await Pending(db, stop);
        });
        if (pending is []) return;

        throw new StoreException(
            StoreProblem.Older,
            $"The database is older than this program: it lacks {pending.Count} migration(s) up to {pending[^1]}. Make a backup, then run 'innovationbot migrate'.");
    }

    public override async Task<IReadOnlyList<string>> Migrate(CancellationToken stop)
    {
        await using var db = Context();
        return await Told(async () =>
        {
            var exists = await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop);
            var pending = exists ? await Pending(db, stop) : [.. db.Database.GetMigrations()];
            if (pending is []) return pending;
            await db.Database.MigrateAsync(stop);
            await AuditGuards.Set(db, StoreEngine.Postgres, stop);
            return pending;
        });
    }

    /// <summary>One that leaves faults as they are: the migrator asks for what does not exist, and reads the answer from the error.</summary>
    private PostgresNetworkDb Context() => new(new DbContextOptionsBuilder<PostgresNetworkDb>().UseNpgsql(source).Options);

    private static async Task<T> Told<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (PostgresFaults.Of(e as NpgsqlException ?? e.InnerException ?? e) is { } fault)
        {
            throw fault; // the object mapper wraps what it thinks will pass
        }
    }
}
