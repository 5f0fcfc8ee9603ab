using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Storage;
using InnovationBot.Testing;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.EndToEnd.Tests.Broadcasts;

/// <summary>
/// The program itself sends to six hundred people through a connector that fails in every way of the protocol, and is
/// killed twice meanwhile. The benchmark <c>broadcast</c> does the same with a hundred thousand and ten kills.
/// </summary>
public sealed class KilledServiceTests
{
    private const int People = 600;
    private const int Kills = 2;

    /// <summary>Messages under way at once, by default; a kill leaves no more of unknown fate.</summary>
    private const int InFlight = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_lost_or_sent_twice_whatever_the_connector_does_and_however_often_the_service_is_killed()
    {
        await using var connector = await LoopbackConnector.Start();
        await using var store = await TestStore.Open(StoreEngine.Sqlite);
        var now = TimeProvider.System.GetUtcNow();
        await store.Save([.. Enumerable.Range(0, People).Select(number => Person(connector, number, now))]);
        connector.Latency = TimeSpan.FromMilliseconds(2);
        var throttled = new HashSet<int>();
        connector.Fails = call => Fails(call, throttled);

        var id = await Published(store);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var service = Start(store, "serve", "--port", "0");
            var enough = People * kill / (Kills + 2);
            await connector.WaitFor(_ => connector.Calls.Count >= enough, Stop);
            service.Kill(); // as kill -9
            await service.WaitForExitAsync(Stop);
        }

        using (var service = Start(store, "serve", "--port", "0"))
        {
            await UntilSent(store, id);
            service.Kill();
            await service.WaitForExitAsync(Stop);
        }

        var deliveries = await store.Read(db => db.Notices.AsNoTracking().Where(n => n.Kind == BroadcastNotices.Card).ToListAsync(Stop));
        var arrived = connector.Calls.Where(call => call.Kind == ConnectorCallKind.Send).GroupBy(call => call.ConversationId).ToDictionary(chat => chat.Key, chat => chat.Count());
        deliveries.Count.ShouldBe(People);
        deliveries.Select(one => one.RecipientId).ShouldBeUnique();
        arrived.Values.ShouldAllBe(count => count == 1);

        var chats = await store.Read(db => db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => ChatOf(m.Address!.Value.Value), Stop));
        foreach (var one in deliveries)
        {
            var count = arrived.GetValueOrDefault(chats[one.RecipientId]);
            if (one.State == NoticeState.Sent) count.ShouldBe(1);
            else if (one.State == NoticeState.Failed) count.ShouldBe(0);
            else one.State.ShouldBe(NoticeState.Unknown);
        }

        var resets = Enumerable.Range(0, People).Count(number => number % 97 is 1 or 2);
        deliveries.Count(one => one.State == NoticeState.Unknown).ShouldBeInRange(0, resets + (Kills * InFlight));
        foreach (var one in deliveries.Where(one => NumberOf(chats[one.RecipientId]) % 97 == 5))
        {
            if (one.State == NoticeState.Failed) one.Reason.ShouldBe(FailureReason.Blocked);
            else one.State.ShouldBe(NoticeState.Unknown, "a refusal whose answer a kill swallowed is of unknown fate, and nothing else");
        }

        deliveries.Count(one => one.State == NoticeState.Sent).ShouldBeGreaterThan(People - resets - (Kills * InFlight) - (People / 97) - 2);
    }

    /// <summary>Every hundredth of each kind: torn off before and after it was taken, 429, gone for a moment, blocked.</summary>
    private static Fault? Fails(ConnectorCall call, HashSet<int> before)
    {
        if (call.Kind != ConnectorCallKind.Send || call.ConversationId is not { } chat) return null;
        var number = NumberOf(chat);
        bool isFirst;
        lock (before) isFirst = before.Add(number);
        return (number % 97) switch
        {
            1 => Fault.ResetBefore,
            2 => Fault.ResetAfter,
            3 when isFirst => Fault.Throttled(1),
            4 when isFirst => Fault.Answer(503),
            5 => Fault.Answer(403, "MessageWritesBlocked"),
            _ => null,
        };
    }

    private static Member Person(LoopbackConnector connector, int number, DateTimeOffset now) => new()
    {
        Id = EntityId.New<MemberId>(now), Name = $"Person {number}", State = MemberState.Active, CreatedAt = now, Zone = "Europe/Ljubljana",
        Address = new Address(JsonSerializer.Serialize(new
        {
            serviceUrl = connector.ServiceUrl, conversationId = $"chat-{number}", conversationType = "personal", tenantId = "9f2c1d7e-0000-4000-8000-000000000001",
            userId = $"29:{number}", botId = "28:bot",
        })),
    };

    private static int NumberOf(string chat) => int.Parse(chat.AsSpan("chat-".Length), CultureInfo.InvariantCulture);

    private static string ChatOf(string address) => JsonDocument.Parse(address).RootElement.GetProperty("conversationId").GetString()!;

    private static async Task<string> Published(TestStore store)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("innovationbot-test-").FullName, "broadcast.json");
        await File.WriteAllTextAsync(
            file, """{"kind":"message","title":"The portal is down","text":"Use the phone.","audience":{"everyone":true},"urgent":true,"reason":"The portal is down"}""", Stop);
        using var command = Start(store, "create", "broadcast", file, "--publish");
        var output = await command.StandardOutput.ReadToEndAsync(Stop);
        await command.WaitForExitAsync(Stop);
        command.ExitCode.ShouldBe(0, output);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return output.Trim().Split('\n')[^1];
    }

    private static async Task UntilSent(TestStore store, string id)
    {
        EntityId.TryRead<BroadcastId>(id, out var broadcast).ShouldBeTrue(id);
        var patience = TimeProvider.System.GetTimestamp();
        while (await store.Read(db => db.Broadcasts.AsNoTracking().Where(b => b.Id == broadcast).Select(b => b.State).SingleAsync(Stop)) != BroadcastState.Sent)
        {
            if (TimeProvider.System.GetElapsedTime(patience) > Patience.Limit) throw new TimeoutException("The broadcast does not end.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Stop);
        }
    }

    private static Process Start(TestStore store, params IEnumerable<string> arguments)
    {
        var folder = Path.GetDirectoryName(store.ConnectionString["Data Source=".Length..])!;
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "innovationbot.exe" : "innovationbot"), [.. arguments, "--data", folder])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["Store__ConnectionString"] = store.ConnectionString, ["Bot__LocalMode"] = "true", ["Delivery__RequestsPerSecond"] = "0",
                ["Logging__LogLevel__Default"] = "None", ["Logging__LogLevel__Microsoft"] = "None",
            },
        };
        return Process.Start(start)!;
    }
}
