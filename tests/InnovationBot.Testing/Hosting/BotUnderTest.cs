using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.People;
using InnovationBot.Service.Sample;
using InnovationBot.Testing.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InnovationBot.Testing.Hosting;

/// <summary>
/// The whole service in this process, in local mode on free ports, over a folder of its own; beside it a connector that records what
/// people are sent. Tests enter by the door and read at the connector.
/// </summary>
public sealed class BotUnderTest : IAsyncDisposable
{
    private readonly Dictionary<string, Chat> chats = [];
    private readonly string folder;
    private readonly Dictionary<string, string?> settings;
    private readonly Action<WebApplicationBuilder>? configure;
    private RunningService? service;
    private Door? door;

    private BotUnderTest(LoopbackConnector connector, string folder, Dictionary<string, string?> settings, Action<WebApplicationBuilder>? configure)
    {
        Connector = connector;
        this.folder = folder;
        this.settings = settings;
        this.configure = configure;
    }

    public LoopbackConnector Connector { get; }

    public MovedClock Clock { get; } = new();

    public Uri Address => Running.Address;

    public IServiceProvider Services => Running.Services;

    public Door Door => door ?? throw new InvalidOperationException("Stopped.");

    /// <summary>Folder of the store, for commands run beside the service.</summary>
    public string Folder => folder;

    private RunningService Running => service ?? throw new InvalidOperationException("Stopped.");

    /// <param name="sample">Begins with the sample network instead of an empty store.</param>
    /// <param name="settings">By their full names; <c>Delivery:RequestsPerSecond</c> is 0 unless set.</param>
    /// <param name="configure">Registers parts in place of the service's own.</param>
    public static async Task<BotUnderTest> Start(
        bool sample = false, IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["Bot:LocalMode"] = "true", ["Service:Port"] = "0", ["Delivery:RequestsPerSecond"] = "0",
            ["Logging:LogLevel:Default"] = "None", ["Logging:LogLevel:Microsoft"] = "None",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) all[name] = value;
        var bot = new BotUnderTest(
            await LoopbackConnector.Start(), Directory.CreateTempSubdirectory("innovationbot-test-").FullName, all, configure);
        await bot.StartService(sample);
        return bot;
    }

    /// <summary>Stops the service and starts it again on the same store.</summary>
    public async Task Restart()
    {
        await StopService();
        await StartService(sample: false);
    }

    /// <summary>Stops the service; its folder stays until this is disposed.</summary>
    public Task Stop() => StopService();

    /// <summary>A person's own chat with the bot; the same for the same name. The connector knows them from now on.</summary>
    public Chat Of(string name)
    {
        if (chats.TryGetValue(name, out var chat)) return chat;
        var person = new TestPerson(name);
        if (Connector.Members.TrueForAll(member => member.Id != person.UserId))
            Connector.Members.Add(new ConnectorMember(person.UserId, person.EntraObjectId, person.Name, person.Email, person.Email, TestPerson.TenantId));
        return chats[name] = new Chat(person, Connector, Door, stop => Recorded(person, stop));
    }

    /// <summary>A group chat, or a channel's thread, that the bot is in.</summary>
    public SharedPlace In(string conversationId, string type) => new(conversationId, type, Connector, Door);

    /// <summary>Looks at, or changes, the store behind the bot's back; what is changed is saved.</summary>
    public async Task<T> Store<T>(Func<NetworkDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var result = await act(db);
        await db.SaveChangesAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await StopService();
        await Connector.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Recorded(TestPerson person, CancellationToken stop)
    {
        while (await Store(db => db.Notices.AnyAsync(
            notice => notice.State == NoticeState.Sending && db.Members.Any(member => member.Id == notice.RecipientId && member.EntraObjectId == person.EntraObjectId), stop)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop);
        }
    }

    private async Task StartService(bool sample)
    {
        var extension = new ServiceExtension(
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                configure?.Invoke(builder);
                builder.Services.TryAddSingleton(new FirstContactPatience(Patience.Limit)); // whom a test greets is known by address, however busy the machine is
            },
            async (services, stop) =>
            {
                if (!sample) return;
                await using var scope = services.CreateAsyncScope();
                await ActivatorUtilities.CreateInstance<SampleNetwork>(scope.ServiceProvider).Load(stop);
            });
        service = await RunningService.Start(Installation.In(folder, settings), extension, CancellationToken.None);
        door = new Door(service.Address);
        chats.Clear();
    }

    private async Task StopService()
    {
        door?.Dispose();
        if (service is not null) await service.DisposeAsync();
        (service, door) = (null, null);
    }
}
