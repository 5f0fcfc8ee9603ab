using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Storage;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;

namespace InnovationBot.Service.Tests.Hosting;

/// <summary>Three processes of the program on one PostgreSQL and one Redis, and a connector that hears what all of them send.</summary>
public sealed partial class Instances : IAsyncLifetime
{
    public const int Count = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;
    private readonly (Process Process, Door Door)?[] running = new (Process, Door)?[Count];
    private readonly Dictionary<(string, int), Chat> chats = [];

    public static string? Missing => PostgresServer.Missing ?? RedisServer.Missing;

    public LoopbackConnector Connector { get; private set; } = null!;

    public TestStore Store { get; private set; } = null!;

    public RedisServer Redis { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        Connector = await LoopbackConnector.Start();
        Store = await TestStore.Open(StoreEngine.Postgres);
        Redis = await RedisServer.Start();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(Start));
    }

    /// <summary>A person's chat, whose messages this time come to one of the instances.</summary>
    public Chat Of(string name, int instance)
    {
        if (chats.TryGetValue((name, instance), out var chat)) return chat;
        var person = new TestPerson(name);
        if (Connector.Members.TrueForAll(member => member.Id != person.UserId))
            Connector.Members.Add(new ConnectorMember(person.UserId, person.EntraObjectId, person.Name, person.Email, person.Email, TestPerson.TenantId));
        return chats[(name, instance)] = new Chat(person, Connector, Door(instance));
    }

    public SharedPlace In(string conversation, int instance) => new(conversation, "groupChat", Connector, Door(instance));

    public Door Door(int instance) => (running[instance] ?? throw new InvalidOperationException("Killed.")).Door;

    public async Task<JsonElement> Ready(int instance)
    {
        using var answer = await Door(instance).Get(new Uri(Door(instance).Bot, "health/ready"));
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    public async Task Start(int instance)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "innovationbot.dll"), "serve", "--port", "0", "--data", Path.Combine(folder, $"{instance}")])
        {
            RedirectStandardError = true,
            Environment =
            {
                ["Store__ConnectionString"] = Store.ConnectionString, ["Redis__ConnectionString"] = Redis.ConnectionString, ["Bot__LocalMode"] = "true",
                ["Delivery__RequestsPerSecond"] = "200", ["Logging__LogLevel__Default"] = "Error",
            },
        };
        var process = Process.Start(start)!;
        var told = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            told.Add(line);
            if (Listens().Match(line) is not { Success: true } address) continue;
            _ = process.StandardError.ReadToEndAsync(); // what nobody reads would stop it
            running[instance] = (process, new Door(new Uri(address.Value)));
            return;
        }

        throw new InvalidOperationException(string.Join('\n', told));
    }

    /// <summary>As kill -9.</summary>
    public Task Kill(int instance) => End(instance, process =>
    {
        process.Kill();
        return Task.CompletedTask;
    });

    /// <summary>As a platform does that updates the program: SIGTERM, and time.</summary>
    public Task Stop(int instance) => End(instance, async process =>
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    });

    private async Task End(int instance, Func<Process, Task> end)
    {
        var (process, door) = running[instance]!.Value;
        running[instance] = null;
        foreach (var key in chats.Keys.Where(key => key.Item2 == instance).ToList()) chats.Remove(key);
        door.Dispose();
        await end(process);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A command on the same store, in this process.</summary>
    internal async Task<Called> Command(string json, params string[] words)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}{(words[0] == "import" ? ".jsonl" : ".json")}");
        await File.WriteAllTextAsync(file, json);
        return await Called.With([.. words.Select(word => word == "FILE" ? file : word), "--data", folder, $"--Store:ConnectionString={Store.ConnectionString}"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (Missing is not null) return;
        for (var instance = 0; instance < Count; instance++)
            if (running[instance] is not null) await Kill(instance);
        await Redis.DisposeAsync();
        await Connector.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listens();
}
