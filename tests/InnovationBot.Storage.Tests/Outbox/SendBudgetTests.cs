using InnovationBot.Network.Outbox;
using InnovationBot.Network.Turns;
using InnovationBot.Storage.Redis;
using InnovationBot.Testing;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Storage.Tests.Outbox;

/// <summary>The channel's limit, kept by several instances together.</summary>
public sealed class SendBudgetTests
{
    private const int PerSecond = 50;

    public static bool CannotRun => (PostgresServer.Missing ?? RedisServer.Missing) is not null && Environment.GetEnvironmentVariable("CI") is null;

    [Theory(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_instances_are_given_no_more_moments_within_a_second_than_are_allowed(bool withRedis)
    {
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await using var redis = withRedis ? await RedisServer.Start() : null;
        await using var one = Instance(store, redis);
        await using var other = Instance(store, redis);
        var (first, second) = (one.GetRequiredService<ISendBudget>(), other.GetRequiredService<ISendBudget>());
        if (redis is not null) await Until(() => one.GetRequiredService<IRedisState>().IsThere && other.GetRequiredService<IRedisState>().IsThere);

        var started = TimeProvider.System.GetTimestamp();
        var moments = new List<(TimeSpan Earliest, TimeSpan Latest)>();
        for (var i = 0; i < 60; i++)
        {
            foreach (var budget in new[] { first, second })
            {
                var asked = TimeProvider.System.GetElapsedTime(started);
                var wait = await budget.Reserve("tenant", "", PerSecond, CancellationToken.None);
                wait.ShouldBeLessThan(TimeSpan.FromSeconds(4));
                moments.Add((asked + wait, TimeProvider.System.GetElapsedTime(started) + wait));
            }
        }

        for (var i = PerSecond + 1; i < moments.Count; i++) (moments[i].Latest - moments[i - PerSecond - 1].Earliest).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(900));
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task One_conversation_hears_seven_at_once_from_all_instances_together_and_one_person_is_answered_as_often_as_allowed()
    {
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await using var redis = await RedisServer.Start();
        var clock = new FakeTimeProvider(); // waits of the budget do not end by themselves
        await using var one = Instance(store, redis, clock);
        await using var other = Instance(store, redis, clock);
        await Until(() => one.GetRequiredService<IRedisState>().IsThere && other.GetRequiredService<IRedisState>().IsThere);
        ISendBudget[] budgets = [one.GetRequiredService<ISendBudget>(), other.GetRequiredService<ISendBudget>()];

        var ninth = Enumerable.Range(0, 9).Select(number => budgets[number % 2].Reserve("tenant", "19:busy", 1_000, CancellationToken.None).AsTask()).ToList();
        (await budgets[0].Reserve("tenant", "19:calm", 1_000, CancellationToken.None)).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        await Until(() => ninth.Count(sent => sent.IsCompleted) >= 7);
        ninth.Count(sent => sent.IsCompleted).ShouldBe(7);
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(3)); // again, for one that had not begun to wait yet
            return ninth.TrueForAll(sent => sent.IsCompletedSuccessfully);
        });

        ITurnBudget[] turns = [one.GetRequiredService<ITurnBudget>(), other.GetRequiredService<ITurnBudget>()];
        List<bool?> taken = [];
        for (var turn = 0; turn < 12; turn++) taken.Add(await turns[turn % 2].TryTake("tenant person", 10));
        taken.Take(5).ShouldAllBe(one => one == true);
        taken.ShouldContain(false);
        (await turns[0].TryTake("tenant another", 10)).ShouldBe(true);
        await redis.Stop();
        await Until(() => !one.GetRequiredService<IRedisState>().IsThere);
        (await turns[0].TryTake("tenant person", 10)).ShouldBeNull();
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task Once_Redis_is_away_everybody_waits_until_all_have_seen_it_and_goes_on_by_the_row()
    {
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await using var redis = await RedisServer.Start();
        var clock = new FakeTimeProvider();
        await using var instance = Instance(store, redis, clock);
        var budget = instance.GetRequiredService<ISendBudget>();
        await Until(() => instance.GetRequiredService<IRedisState>().IsThere);
        await budget.Reserve("tenant", "", PerSecond, CancellationToken.None);

        await redis.Stop();
        var (waiting, waited) = (budget.Reserve("tenant", "", PerSecond, CancellationToken.None).AsTask(), TimeSpan.Zero);
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            waited += TimeSpan.FromMilliseconds(100);
            return waiting.IsCompleted;
        });
        await waiting;
        waited.ShouldBeGreaterThan(TimeSpan.FromSeconds(2));

        for (var i = 0; i < 10; i++) // on a clock that stands: nobody waits
            (await budget.Reserve("tenant", "", PerSecond, CancellationToken.None).AsTask().WaitAsync(Patience.Limit, TimeProvider.System, TestContext.Current.CancellationToken)).ShouldBeLessThan(TimeSpan.FromSeconds(1));

        // nobody writes for a minute; it is said again all the same, so that whoever then does has not to wait once more until all have seen it
        await store.Read(db => db.Database.ExecuteSqlRawAsync("""UPDATE "SendBudgets" SET "UsedAt" = "UsedAt" - 60000000"""));
        var before = await store.Read(db => db.Set<SendBudgetRow>().AsNoTracking().Select(row => row.UsedAt).SingleAsync());
        for (var patience = Patience.Token; await store.Read(db => db.Set<SendBudgetRow>().AsNoTracking().Select(row => row.UsedAt).SingleAsync()) == before; patience.ThrowIfCancellationRequested())
            clock.Advance(TimeSpan.FromSeconds(1));
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task Work_for_one_instance_is_had_by_one_and_free_once_that_one_ends()
    {
        await using var store = await TestStore.Open(StoreEngine.Postgres);
        await using var another = store.Another();
        var (one, other) = (store.Services.GetRequiredService<ISoleWork>(), another.Services.GetRequiredService<ISoleWork>());
        var turn = await one.TryTake("sweeping", CancellationToken.None);
        turn.ShouldNotBeNull();
        (await turn.IsHeld(CancellationToken.None)).ShouldBeTrue();
        (await other.TryTake("sweeping", CancellationToken.None)).ShouldBeNull();
        await turn.DisposeAsync();
        await using var next = await other.TryTake("sweeping", CancellationToken.None);
        next.ShouldNotBeNull();
    }

    private static ServiceProvider Instance(TestStore store, RedisServer? redis, TimeProvider? clock = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System).AddStore(store.ConnectionString);
        if (redis is not null) services.AddRedis(new RedisAddress(redis.ConnectionString, "test"), StoreEngine.Postgres);
        return services.BuildServiceProvider();
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
