using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Sqlite;

internal sealed class SqliteStore(SqliteFile file, IDbContextFactory<NetworkDb> contexts) : Store
{
    public override string Engine => "SQLite";

    public override Task Open(CancellationToken stop) => Migrate(stop);

    public override async Task<IReadOnlyList<string>> Migrate(CancellationToken stop)
    {
        MakeFolder();
        await using var db = contexts.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", stop);
        if (await Pending(db, stop) is []) return [];

        await using var alone = await BeAlone(stop);
        var pending = await Pending(db, stop);
        if (pending is []) return [];

        // The migrator's own lock is a row that a killed process leaves behind for ever; whoever holds ours knows it is stale.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
        await db.Database.MigrateAsync(stop);
        await AuditGuards.Set(db, StoreEngine.Sqlite, stop);
        return pending;
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Location)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
    }

    /// <summary>Keeps other processes from migrating the same file; the operating system gives the lock back when the process ends, however it ends.</summary>
    private async Task<FileStream> BeAlone(CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file.Location + ".migration", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException e)
            {
                throw NotWritable(e);
            }
            catch (IOException e)
            {
                if (TimeProvider.System.GetElapsedTime(started) > SqliteWriteGate.Patience) throw SqliteFaults.Busy(e);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, stop);
            }
        }
    }

    private static StoreException NotWritable(Exception e) => new(
        StoreProblem.NotWritable, "The folder of the database file cannot be made or written by the account this program runs as.", e);
}
