using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;
using InnovationBot.Benchmarks.Servers;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Outbox;
using InnovationBot.Service.CommandLine;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InnovationBot.Benchmarks;

/// <summary>
/// <c>country [PEOPLE CASES ASKS_A_SECOND SECONDS]</c>: people ask while a message to all goes out; by one instance on SQLite, then by three on PostgreSQL and
/// Redis, of which one, Redis and PostgreSQL are killed and started again on the way.
/// </summary>
internal static class CountryBenchmark
{
    private const int Instances = 3;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(2);

    public static async Task<int> Run(int people, int cases, int perSecond, int seconds)
    {
        await using var connector = await CountingConnector.Start(Latency);
        using var folder = await NetworkFolder.Make(async (services, stop) =>
        {
            await DeliveringService.FillPeople(services, connector.Address, people, stop);
            await new GeneratedCases(services, seed: 20_001).Add(cases, stop);
        });
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await (await PostgresServer.Running).KeepCommitted(new NpgsqlConnectionStringBuilder(store.ConnectionString).Database!);
        await using (var file = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStore($"Data Source={Path.Combine(folder.Path, "network.db")}").BuildServiceProvider())
            await StoreCopy.Copy(file.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext, store.NewDb, (_, _) => { }, CancellationToken.None);

        var one = await OnFile(folder, perSecond, seconds);
        Tell("one instance, SQLite", one);
        await using var redis = await RedisServer.Start();
        connector.Forget();
        var several = await OnPostgres(store, redis, perSecond, seconds);

        Tell($"{Instances} instances, PostgreSQL and Redis, one of them and both of these killed on the way", several);
        Report.Line($"p99 of {Instances} instances, of one on SQLite: {Numbers.Percentile(several.Milliseconds, 0.99) / Numbers.Percentile(one.Milliseconds, 0.99):0.00}");
        Report.Aim("p99 of an ask, ms", Numbers.Percentile(several.Milliseconds, 0.99), "250", Numbers.Percentile(several.Milliseconds, 0.99) <= 250);
        Report.Aim("asks that nobody answered", several.Failed, "0", several.Failed == 0);

        var states = await store.Read(db => db.Notices.Where(notice => notice.Kind == BroadcastNotices.Card).GroupBy(notice => notice.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync());
        foreach (var state in states) Report.Line($"{Vocabulary.Write(state.Key)}: {state.Count}");
        var (sent, unknown) = (states.Find(state => state.Key == NoticeState.Sent)?.Count ?? 0, states.Find(state => state.Key == NoticeState.Unknown)?.Count ?? 0);
        Report.Aim("messages taken that nobody knows of", Math.Max(0, connector.Taken - sent - unknown), "0", connector.Taken <= sent + unknown);
        Report.Aim("people who got it twice", connector.Doubled, "0", connector.Doubled == 0);
        Report.Aim("people whom nobody sent it to", people - sent - unknown, "0", people == sent + unknown);
        return 0;
    }

    private static async Task<PacedResult> OnFile(NetworkFolder folder, int perSecond, int seconds)
    {
        await using var service = await ServerProcess.OfService(folder.Path, ("Delivery__RequestsPerSecond", "0"));
        LightClient.Run(service.Address, Asks.To(service.Address), 200, connections: 2);
        await Publish(folder.Path, []);
        return await Task.Run(() => PacedClient.Run(() => [service.Address], Asks.To, perSecond, TimeSpan.FromSeconds(seconds)));
    }

    private static async Task<PacedResult> OnPostgres(TestStore store, RedisServer redis, int perSecond, int seconds)
    {
        var root = Directory.CreateTempSubdirectory("innovationbot-bench-");
        (string, string)[] settings = [("Store__ConnectionString", store.ConnectionString), ("Redis__ConnectionString", redis.ConnectionString), ("Delivery__RequestsPerSecond", "0")];
        var services = new ServerProcess[Instances];
        try
        {
            for (var i = 0; i < Instances; i++) services[i] = await ServerProcess.OfService(Path.Combine(root.FullName, $"{i}"), settings);
            foreach (var service in services) LightClient.Run(service.Address, Asks.To(service.Address), 200, connections: 2);
            await Publish(root.FullName, [$"--Store:ConnectionString={store.ConnectionString}"]);
            var load = Task.Run(() => PacedClient.Run(() => [.. services.Select(service => service.Address)], Asks.To, perSecond, TimeSpan.FromSeconds(seconds)));
            await Task.Delay(TimeSpan.FromSeconds(seconds / 4.0), TimeProvider.System);
            await services[Instances - 1].DisposeAsync(); // as kill -9 does
            await redis.Stop();
            await Task.Delay(TimeSpan.FromSeconds(seconds / 4.0), TimeProvider.System);
            await redis.StartAgain();
            services[Instances - 1] = await ServerProcess.OfService(Path.Combine(root.FullName, $"{Instances - 1}"), settings);
            await (await PostgresServer.Running).Crash(seconds: 2);
            var result = await load;
            await Drained(store);
            return result;
        }
        finally
        {
            foreach (var service in services) await service.DisposeAsync();
            root.Delete(recursive: true);
        }
    }

    /// <summary>Every message has left, or its fate is unknown. The server died meanwhile: what this process kept open to it is broken.</summary>
    private static async Task Drained(TestStore store)
    {
        store.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        for (var tries = 0; tries < 600; tries++)
        {
            if (await store.Read(db => db.Notices.AllAsync(notice => notice.Kind != BroadcastNotices.Card || (notice.State != NoticeState.Queued && notice.State != NoticeState.Sending)))) return;
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        }
    }

    private static async Task Publish(string folder, IEnumerable<string> more)
    {
        var file = Path.Combine(folder, "message.json");
        await File.WriteAllTextAsync(file, $$"""{"kind":"message","title":"One desk for permits","text":"From May on there is **one** desk.","audience":{"country":["{{DeliveringService.Country}}"]},"urgent":true,"reason":"A benchmark"}""");
        var (said, problems) = (new StringWriter(), new StringWriter());
        if (await BotCommandLine.Run(["create", "broadcast", file, "--publish", "--data", folder, .. more], new CommandConsole(said, problems), CancellationToken.None) != ExitCode.Done)
            throw new InvalidOperationException(problems.ToString());
    }

    private static void Tell(string what, PacedResult result) => Report.Line(
        $"{what}: {result.Milliseconds.Count} asks, p50 {Numbers.Median(result.Milliseconds):0} ms, p99 {Numbers.Percentile(result.Milliseconds, 0.99):0} ms, sent again {result.Repeated}, unanswered {result.Failed}");
}
