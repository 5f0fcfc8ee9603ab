using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InnovationBot.Storage;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.EndToEnd.Tests.Asking;

/// <summary>The program itself, killed as by <c>kill -9</c> while several people ask: the store opens again, with every question in it that was answered.</summary>
public sealed partial class KilledBetweenTurnsTests
{
    private const int Kills = 2;
    private const int Askers = 3;
    private const int AnswersBeforeKill = 30;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_answered_is_there_after_a_kill_at_any_moment()
    {
        await using var store = await TestStore.Open(StoreEngine.Sqlite);
        var answered = new ConcurrentQueue<string>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var service = Start(store);
            var address = await AddressOf(service);
            var enough = AnswersBeforeKill * kill;
            var asking = Enumerable.Range(0, Askers).Select(asker => Ask(address, $"{kill}-{asker}", answered)).ToArray();
            while (answered.Count < enough) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
            service.Kill();
            await service.WaitForExitAsync(Stop);
            await Task.WhenAll(asking);
        }

        var kept = (await store.Read(db => db.Problems.AsNoTracking().Select(problem => problem.Text).ToListAsync(Stop))).ToHashSet();
        answered.Count.ShouldBeGreaterThanOrEqualTo(AnswersBeforeKill * Kills);
        answered.Where(text => !kept.Contains(text)).ShouldBeEmpty();
    }

    /// <summary>Asks one question after the other until the service is gone.</summary>
    private static async Task Ask(Uri address, string asker, ConcurrentQueue<string> answered)
    {
        using var door = new Door(address);
        for (var number = 1; ; number++)
        {
            var text = $"People wait {number} weeks for a permit, says {asker}";
            try
            {
                await door.Post(new JsonObject
                {
                    ["type"] = "message", ["id"] = $"{asker}-{number}", ["channelId"] = "msteams", ["deliveryMode"] = "expectReplies", ["text"] = text,
                    ["from"] = new JsonObject { ["id"] = $"29:{asker}" }, ["recipient"] = new JsonObject { ["id"] = "28:bot" },
                    ["conversation"] = new JsonObject { ["id"] = $"a:{asker}", ["conversationType"] = "personal" },
                });
            }
            catch (Exception gone) when (gone is HttpRequestException { StatusCode: null } or IOException)
            {
                return;
            }

            answered.Enqueue(text);
        }
    }

    private static Process Start(TestStore store) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "innovationbot.exe" : "innovationbot"),
        ["serve", "--port", "0", "--data", Path.GetDirectoryName(store.ConnectionString["Data Source=".Length..])!])
    {
        RedirectStandardError = true,
        Environment = { ["Store__ConnectionString"] = store.ConnectionString, ["Bot__LocalMode"] = "true", ["Logging__LogLevel__Default"] = "None", ["Logging__LogLevel__Microsoft"] = "None" },
    })!;

    private static async Task<Uri> AddressOf(Process service)
    {
        while (await service.StandardError.ReadLineAsync(Stop) is { } line)
            if (Listens().Match(line) is { Success: true } listens) return new(listens.Groups["address"].Value);
        throw new InvalidOperationException("The service ended before it listened.");
    }

    [GeneratedRegex("listens on (?<address>http://[^ ]+/)\\.")]
    private static partial Regex Listens();
}
