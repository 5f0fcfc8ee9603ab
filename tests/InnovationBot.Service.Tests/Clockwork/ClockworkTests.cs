using System.Collections.Concurrent;
using System.Threading.Channels;
using InnovationBot.Activities;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using InnovationBot.Network.Turns;
using InnovationBot.Service.Clockwork;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Clockwork;

public sealed class ClockworkTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Now);
    private readonly FakeTimeProvider machine = new(Now.AddYears(1));
    private readonly Logged logged = new();
    private ServiceProvider? services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (services is null) return;
        foreach (var worker in services.GetServices<IHostedService>()) await worker.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    [Fact]
    public async Task What_is_due_is_done_on_the_networks_clock_each_second_of_the_machines()
    {
        var work = new Due(1);
        await Start(work);
        (await work.Sweep()).ShouldBe(Now);

        clock.Advance(TimeSpan.FromDays(3));
        (await NextSweep(work)).ShouldBe(Now.AddDays(3));
    }

    [Fact]
    public async Task One_that_fails_pauses_and_holds_up_no_other()
    {
        var broken = new Due(0) { Fault = new InvalidOperationException("a defect") };
        var work = new Due(0);
        await Start(broken, work);
        await work.Sweep();
        var began = machine.GetUtcNow();
        while (machine.GetUtcNow() - began < TimeSpan.FromSeconds(60)) await NextSweep(work);

        broken.Sweeps.ShouldBeInRange(4, 5); // at once, then after 2, 4, 8 and 16 s, and perhaps 32 s
        broken.Fault = null;
        var before = broken.Sweeps;
        while (broken.Sweeps < before + 2) await NextSweep(work); // back to every second
    }

    [Fact]
    public async Task All_wait_while_the_store_is_away_and_the_first_to_meet_it_says_so()
    {
        var first = new Due(0) { Fault = new StoreException(StoreProblem.NotReachable, "The server does not answer.") };
        var second = new Due(0);
        await Start(first, second);
        await first.Sweep();
        var began = machine.GetUtcNow();
        for (var sweep = 0; sweep < 4; sweep++) await NextSweep(first);
        (machine.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromSeconds(20)); // after 2, 4 and each 8 s
        second.Sweeps.ShouldBe(0);

        first.Fault = null;
        await NextSweep(second);
        logged.Lines.ShouldAllBe(line => line == "The server does not answer. What is due waits for it; tried again in 2 s" || line.EndsWith("in 4 s") || line.EndsWith("in 8 s"));
        logged.Lines.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Much_work_of_one_kind_leaves_the_others_their_turn()
    {
        var much = new Due(int.MaxValue);
        var little = new Due(0);
        await Start(much, little);
        await little.Sweep(); // although the first one never comes to its end
        await little.Sweep();
        much.Sweeps.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task What_has_served_its_time_is_deleted(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Save(
            new HandledActivity { Key = "old", At = Now - HandledActivity.Lifetime - TimeSpan.FromHours(1) }, new HandledActivity { Key = "new", At = Now },
            Change.Of(ChangedKind.Case, Guid.NewGuid(), Now - Change.Lifetime - TimeSpan.FromHours(1)), Change.Of(ChangedKind.Case, Guid.NewGuid(), Now));
        await using var upkeep = Composed(services => services
            .AddSingleton(store.Services.GetRequiredService<IHandledActivities>()).AddSingleton(store.Services.GetRequiredService<IChangeFeed>()).AddHostedService<Upkeep>());
        var worker = upkeep.GetServices<IHostedService>().Single();
        await worker.StartAsync(Stop);

        while (await store.Read(db => db.HandledActivities.CountAsync(Stop)) + await store.Read(db => db.Changes.CountAsync(Stop)) > 2)
        {
            machine.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop);
        }

        (await store.Read(db => db.HandledActivities.SingleAsync(Stop))).Key.ShouldBe("new");
        await worker.StopAsync(Stop);
    }

    /// <summary>Moves the machine's clock until the next sweep: whether the worker already waits for it cannot be seen.</summary>
    private async Task<DateTimeOffset> NextSweep(Due work)
    {
        while (true)
        {
            machine.Advance(TimeSpan.FromMilliseconds(250));
            for (var look = 0; look < 5; look++)
            {
                if (work.HasSwept(out var at)) return at;
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
            }
        }
    }

    private async Task Start(params Due[] works)
    {
        services = Composed(collection =>
        {
            collection.AddHostedService<ClockworkWorker>();
            for (var i = 0; i < works.Length; i++) Add(collection, i, works[i]);
        });
        await services.GetServices<IHostedService>().Single().StartAsync(Stop);

        static void Add(IServiceCollection collection, int index, Due work) =>
            _ = index == 0 ? collection.AddScoped<IDueWork>(_ => new First(work)) : collection.AddScoped<IDueWork>(_ => new Second(work));
    }

    private ServiceProvider Composed(Action<IServiceCollection> also)
    {
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton(new MachineClock(machine)).AddSingleton<ILogger<ClockworkWorker>>(logged);
        also(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Something due as often as told; the test waits for its sweeps.</summary>
    private sealed class Due(int times)
    {
        private readonly Channel<DateTimeOffset> swept = Channel.CreateUnbounded<DateTimeOffset>();
        private int left = times;

        public Exception? Fault { get; set; }

        public int Sweeps { get; private set; }

        public ValueTask<DateTimeOffset> Sweep() => swept.Reader.ReadAsync(Stop);

        public bool HasSwept(out DateTimeOffset at) => swept.Reader.TryRead(out at);

        public Task<int> Run(DateTimeOffset now, int most)
        {
            var fault = Fault; // whoever waits for this sweep may mend the next one
            Sweeps++;
            swept.Writer.TryWrite(now);
            if (fault is not null) throw fault;
            return Task.FromResult(left-- > 0 ? (left > 1000 ? most : 1) : 0);
        }
    }

    private sealed class First(Due due) : IDueWork
    {
        public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) => due.Run(now, most);
    }

    private sealed class Second(Due due) : IDueWork
    {
        public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) => due.Run(now, most);
    }

    /// <summary>What the clockwork logs, as an operator reads it; an exception would be told with its stack.</summary>
    private sealed class Logged : ILogger<ClockworkWorker>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
    }
}
