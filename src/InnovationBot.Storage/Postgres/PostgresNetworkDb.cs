using System.Data;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

/// <summary>The network in a PostgreSQL database that any number of instances share.</summary>
public sealed class PostgresNetworkDb(DbContextOptions<PostgresNetworkDb> options) : NetworkDb(options)
{
    /// <summary>Which transaction wrote a change: sequence numbers are given out in another order than that of commits.</summary>
    internal const string Transaction = "Transaction";

    /// <summary>Any number that no other lock of this program has.</summary>
    private const long AuditLock = 0x6175_6469_74;

    public override Task<IDbContextTransaction> BeginWrite(CancellationToken stop) => Database.BeginTransactionAsync(stop);

    public override Task<IDbContextTransaction> BeginRead(CancellationToken stop) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

    public override async Task<TEntity?> Lock<TEntity>(object id, CancellationToken stop) where TEntity : class
    {
        if (Database.CurrentTransaction is null) throw new InvalidOperationException("Lock needs a transaction begun by BeginWrite.");
        var type = Model.FindEntityType(typeof(TEntity))!;
        var key = type.FindPrimaryKey()!.Properties.Single();
        var value = key.GetTypeMapping().Converter?.ConvertToProvider(id) ?? id;
        var column = key.GetColumnName(StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value);

        var known = ChangeTracker.Entries<TEntity>().Select(entry => entry.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        var names = this.GetService<ISqlGenerationHelper>();
        var sql = $"SELECT * FROM {names.DelimitIdentifier(type.GetTableName()!)} WHERE {names.DelimitIdentifier(column!)} = {{0}} FOR UPDATE";
        var found = (await Set<TEntity>().FromSqlRaw(sql, value).IgnoreQueryFilters().AsTracking().ToListAsync(stop)).SingleOrDefault();
        if (found is not null && known.Contains(found)) await Entry(found).ReloadAsync(stop); // read before the lock, so perhaps out of date
        return found;
    }

    protected override Task LockAudit(CancellationToken stop) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AuditLock})", stop);

    public override bool IsLostRace(Exception exception) =>
        base.IsLostRace(exception)
        || exception is StoreException { Problem: StoreProblem.Busy }
        || exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || (exception.InnerException is { } inner && IsLostRace(inner)); // the provider wraps what may pass once more

    protected override async Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken stop)
    {
        try
        {
            return await base.Save(acceptAllChangesOnSuccess, stop);
        }
        catch (DbUpdateException e) when (e.InnerException is StoreException fault)
        {
            throw fault;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Change>(change =>
        {
            change.Property<ulong>(Transaction).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
            change.HasIndex(Transaction, nameof(Change.Sequence));
        });
    }
}
