using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Network.Tests.Stores;

internal sealed class TestDb(DbContextOptions options) : NetworkDb(options)
{
    public override Task<IDbContextTransaction> BeginWrite(CancellationToken stop) => Database.BeginTransactionAsync(stop);

    public override async Task<TEntity?> Lock<TEntity>(object id, CancellationToken stop) where TEntity : class
    {
        var known = ChangeTracker.Entries<TEntity>().Select(e => e.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        var found = await FindAsync<TEntity>([id], stop);
        if (found is not null && known.Contains(found)) await Entry(found).ReloadAsync(stop);
        return found;
    }

    public override bool IsLostRace(Exception exception) =>
        base.IsLostRace(exception) || exception is DbUpdateException { InnerException: SqliteException { SqliteErrorCode: 19 } };
}

internal sealed class TestStore : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public TestStore()
    {
        connection.Open();
        using var db = NewDb();
        db.Database.EnsureCreated();
    }

    public NetworkDb NewDb() => new TestDb(new DbContextOptionsBuilder().UseSqlite(connection).Options);

    public void Dispose() => connection.Dispose();
}
