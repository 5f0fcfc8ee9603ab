using InnovationBot.Network;
using InnovationBot.Network.Turns;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InnovationBot.Storage.Tests;

/// <summary>A server that was started again has broken every connection that a pool kept, and nobody tells the pool.</summary>
public sealed class BrokenConnectionsTests
{
    private const int AtOnce = 6;

    public static bool CannotRun => PostgresServer.Missing is not null && Environment.GetEnvironmentVariable("CI") is null;

    [Fact(Skip = "PostgreSQL is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task What_meets_a_broken_connection_is_told_so_and_once_more_goes_well()
    {
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await KeptAfterAnOutage(store);
        (await Should.ThrowAsync<StoreException>(() => Ask(store))).BrokeOff.ShouldBeTrue();

        await KeptAfterAnOutage(store);
        var retry = new RetryLostRace(TimeProvider.System);
        (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => retry.Run(again => Ask(store), StoreFaultException.IsBrokenOff, TestContext.Current.CancellationToken)))).ShouldAllBe(any => !any);
    }

    [Fact(Skip = "PostgreSQL is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task A_commit_that_breaks_off_is_told_as_the_stores_fault_too()
    {
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await using var db = store.NewDb();
        await using var writing = await db.BeginWrite(TestContext.Current.CancellationToken);
        await db.Organisations.AnyAsync(TestContext.Current.CancellationToken);
        await Outage(store);
        StoreFaultException.IsBrokenOff(await Should.ThrowAsync<Exception>(() => writing.CommitAsync(TestContext.Current.CancellationToken))).ShouldBeTrue();
    }

    /// <summary>Several connections in the pool, all of them broken.</summary>
    private static async Task KeptAfterAnOutage(TestStore store)
    {
        var contexts = Enumerable.Range(0, AtOnce).Select(_ => store.NewDb()).ToList();
        foreach (var db in contexts) await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var db in contexts) await db.DisposeAsync();
        await Outage(store);
    }

    private static async Task Outage(TestStore store)
    {
        var (server, database) = (await PostgresServer.Running, new NpgsqlConnectionStringBuilder(store.ConnectionString).Database!);
        await server.TakeAway(database);
        await server.BringBack(database);
    }

    private static Task<bool> Ask(TestStore store) => store.Read(db => db.Organisations.AnyAsync(TestContext.Current.CancellationToken));
}
