using System.Data;
using InnovationBot.Network;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Storage.Sqlite;

/// <summary>The network in one SQLite file: readers beside one writer, who is let in by <see cref="SqliteWriteGate"/>.</summary>
public sealed class SqliteNetworkDb(DbContextOptions<SqliteNetworkDb> options) : NetworkDb(options)
{
    private SqliteWriteGate? gate;

    private SqliteWriteGate Gate => gate ??= SqliteWriteGate.Of(Database.GetDbConnection().DataSource);

    public override async Task<IDbContextTransaction> BeginWrite(CancellationToken stop)
    {
        var turn = await Gate.Enter(stop);
        try
        {
            return new GatedTransaction(await Database.BeginTransactionAsync(stop), turn); // BEGIN IMMEDIATE
        }
        catch (SqliteException e) when (SqliteFaults.Of(e) is { } fault)
        {
            turn.Dispose();
            throw fault; // no command, so that no interceptor has seen it
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    // the one level that Microsoft.Data.Sqlite begins without the write lock; a file in WAL mode is read as a snapshot all the same
    public override Task<IDbContextTransaction> BeginRead(CancellationToken stop) => Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, stop);

    public override async Task<TEntity?> Lock<TEntity>(object id, CancellationToken stop) where TEntity : class
    {
        if (Database.CurrentTransaction is null) throw new InvalidOperationException("Lock needs a transaction begun by BeginWrite.");
        var known = ChangeTracker.Entries<TEntity>().Select(entry => entry.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        var found = await FindAsync<TEntity>([id], stop);
        if (found is not null && known.Contains(found)) await Entry(found).ReloadAsync(stop); // read before the lock, so perhaps out of date
        return found;
    }

    protected override Task LockAudit(CancellationToken stop) => Task.CompletedTask; // whoever writes is alone

    public override bool IsLostRace(Exception exception) =>
        base.IsLostRace(exception)
        || exception is StoreException { Problem: StoreProblem.Busy }
        || exception is DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: UniqueKey or PrimaryKey } };

    protected override async Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken stop)
    {
        using var turn = Database.CurrentTransaction is null ? await Gate.Enter(stop) : null;
        try
        {
            return await base.Save(acceptAllChangesOnSuccess, stop);
        }
        catch (DbUpdateException e) when (e.InnerException is StoreException fault)
        {
            throw fault;
        }
        catch (SqliteException e) when (SqliteFaults.Of(e) is { } fault)
        {
            throw fault; // at the BEGIN of a save's own transaction
        }
    }

    // SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY (sqlite.org/rescode.html).
    private const int UniqueKey = 2067;
    private const int PrimaryKey = 1555;
}
