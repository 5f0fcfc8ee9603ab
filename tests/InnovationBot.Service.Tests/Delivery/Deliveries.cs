using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Delivery;
using InnovationBot.Service.People;
using InnovationBot.Storage;
using InnovationBot.Testing;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Delivery;

/// <summary>
/// The delivery worker with a store, a connector on loopback and a renderer that draws what the test says. The network's
/// clock stands still at a Monday morning in Brussels until the test moves it; the machine's runs.
/// </summary>
internal sealed class Deliveries : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TestStore store;
    private readonly List<ServiceProvider> instances = [];

    private Deliveries(TestStore store, LoopbackConnector connector)
    {
        this.store = store;
        Connector = connector;
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public LoopbackConnector Connector { get; }

    /// <summary>What is drawn: by default a card that names the notice.</summary>
    public Func<Notice, NoticeMessage?> Draws { get; set; } = notice => Card(notice.Id.ToString());

    /// <summary>Registered into each instance that is started later.</summary>
    public Action<IServiceCollection> Also { get; set; } = _ => { };

    public static async Task<Deliveries> On(StoreEngine engine, TimeProvider? connectorClock = null) =>
        new(await TestStore.Open(engine), await LoopbackConnector.Start(connectorClock));

    public static NoticeMessage Card(string words) => new(new AdaptiveCard { FallbackText = words, Speak = words, Body = [new TextBlock { Text = words }] }, words);

    /// <summary>One more process of the program, its delivery worker running.</summary>
    public async Task<IHostedService> StartWorker()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Bot:LocalMode"] = "true", ["Delivery:RequestsPerSecond"] = "0" }).Build();
        var kinds = new NoticeKinds();
        kinds.Add("test", typeof(Renderer));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStore(store.ConnectionString);
        services.AddNetwork();
        services.AddActivities(configuration);
        services.AddDelivery(configuration);
        services.AddSingleton(kinds);
        services.AddScoped(_ => new Renderer(notice => Draws(notice)));
        Also(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        instances.Add(provider);
        var worker = provider.GetServices<IHostedService>().OfType<DeliveryWorker>().Single();
        await worker.StartAsync(TestContext.Current.CancellationToken);
        return worker;
    }

    /// <summary>Somebody who wrote to the bot once.</summary>
    public async Task<Member> Person(Action<Member>? but = null)
    {
        var id = EntityId.New<MemberId>(Start);
        var person = new Member
        {
            Id = id, State = MemberState.Active, Zone = "Europe/Brussels", CreatedAt = Start,
            Address = AddressText.Write(new ConversationReference(Connector.ServiceUrl, $"chat-{id}", ConversationTypes.Personal, "tenant", $"29:{id}", BotId: "28:bot")),
        };
        but?.Invoke(person);
        await store.Save(person);
        return person;
    }

    public static string Chat(Member person) => $"chat-{person.Id}";

    public static Notice Notice(Member to, NoticeTiming timing = NoticeTiming.AtOnce, NoticePriority priority = NoticePriority.Own, bool unasked = false, string kind = "test") => new()
    {
        Id = EntityId.New<NoticeId>(Start), RecipientId = to.Id, Kind = kind, Subject = Guid.NewGuid(), Timing = timing, Priority = priority, Unasked = unasked, Due = Start, CreatedAt = Start,
    };

    public async Task<Notice> Write(Notice notice)
    {
        await store.Save(notice);
        return notice;
    }

    public Task Save(params object[] entities) => store.Save(entities);

    /// <summary>As a running service does it: within the process whose worker waits.</summary>
    public async Task WriteBeside(Notice notice)
    {
        await using var db = instances[^1].GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext();
        db.Add(notice);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public INoticeQueue Queue => store.Notices;

    public Task<T> Read<T>(Func<NetworkDb, Task<T>> query) => store.Read(query);

    public Task<Notice> Stored(Notice notice) => store.Read(db => db.Notices.SingleAsync(n => n.Id == notice.Id));

    /// <summary>Waits until the notice is as told; a test that never gets there ends with the run's time limit and says how it stood.</summary>
    public async Task<Notice> Until(Notice notice, Func<Notice, bool> fits)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var stored = await Stored(notice);
            if (fits(stored)) return stored;
            if (TimeProvider.System.GetElapsedTime(patience) > Patience.Limit) throw new TimeoutException($"{stored.State} {stored.Reason} tries {stored.Attempts} due {stored.Due:O}");
            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public Task<Notice> Until(Notice notice, NoticeState state) => Until(notice, stored => stored.State == state);

    /// <summary>Waits until nothing is queued or at work.</summary>
    public async Task UntilAllEnded()
    {
        foreach (var notice in await Read(db => db.Notices.AsNoTracking().ToListAsync()))
        {
            await Until(notice, stored => stored.State is not (NoticeState.Queued or NoticeState.Sending));
        }
    }

    /// <summary>Waits until so many calls stand at the connector or were taken by it.</summary>
    public Task UntilArrived(int count) => Until(() => Connector.Attempts.Count >= count);

    /// <summary>Lets the connector answer until it took so many: whether a call already waits on its clock cannot be seen.</summary>
    public Task Answer(FakeTimeProvider connectorClock, int count) => Until(() =>
    {
        connectorClock.Advance(Connector.Latency);
        return Connector.Calls.Count >= count;
    });

    private static async Task Until(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.GetServices<IHostedService>().OfType<DeliveryWorker>().Single().StopAsync(CancellationToken.None);
            await instance.DisposeAsync();
        }

        await Connector.DisposeAsync();
        await store.DisposeAsync();
    }

    private sealed class Renderer(Func<Notice, NoticeMessage?> draws) : INoticeRenderer
    {
        public Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) => Task.FromResult(draws(notice));
    }
}
