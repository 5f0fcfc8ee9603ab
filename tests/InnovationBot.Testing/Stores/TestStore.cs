using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InnovationBot.Testing.Stores;

/// <summary>A store of one test: fresh, migrated, gone when disposed.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<ValueTask>? remove;

    private TestStore(StoreEngine engine, string connectionString, Func<ValueTask>? remove)
    {
        Engine = engine;
        ConnectionString = connectionString;
        this.remove = remove;
        services = new ServiceCollection().AddStore(connectionString).BuildServiceProvider(validateScopes: true);
    }

    public StoreEngine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>What <see cref="StoreServices.AddStore"/> registered, and nothing else.</summary>
    public IServiceProvider Services => services;

    public INoticeQueue Notices => services.GetRequiredService<INoticeQueue>();

    public static async Task<TestStore> Open(StoreEngine engine) =>
        engine is StoreEngine.Sqlite ? await OpenFile() : await OpenDatabase();

    /// <summary>The same store as another process of the program sees it; dispose it before this one.</summary>
    public TestStore Another() => new(Engine, ConnectionString, null);

    /// <summary>A context that nothing is tracked in yet; dispose it.</summary>
    public NetworkDb NewDb() => services.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();

    public async Task Save(params object[] entities)
    {
        await using var db = NewDb();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    public async Task<T> Read<T>(Func<NetworkDb, Task<T>> query)
    {
        await using var db = NewDb();
        return await query(db);
    }

    /// <summary>PostgreSQL breaks all connections to this store and takes no new one, until what this returns is disposed.</summary>
    public async Task<IAsyncDisposable> Away()
    {
        var (server, database) = (await PostgresServer.Running, new NpgsqlConnectionStringBuilder(ConnectionString).Database!);
        await server.TakeAway(database);
        return new Outage(this, server, database);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (remove is not null) await remove();
    }

    private static async Task<TestStore> OpenFile()
    {
        var file = await SqliteTemplate.Copy();
        return new(StoreEngine.Sqlite, $"Data Source={file}", () =>
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<TestStore> OpenDatabase()
    {
        var server = await PostgresServer.Running;
        var name = await server.TakeDatabase();
        return new(StoreEngine.Postgres, server.ConnectionString(name), () => server.GiveBack(name));
    }

    private sealed class Outage(TestStore store, PostgresServer server, string database) : IAsyncDisposable
    {
        private const int MostBroken = 100;

        public async ValueTask DisposeAsync()
        {
            await server.BringBack(database);
            for (var tries = 0; ; tries++)
            {
                try
                {
                    await store.Read(db => db.Organisations.AnyAsync());
                    return;
                }
                catch (StoreException) when (tries < MostBroken)
                {
                    // one of our own kept connections, which broke too, is found to be and let go
                }
            }
        }
    }
}
