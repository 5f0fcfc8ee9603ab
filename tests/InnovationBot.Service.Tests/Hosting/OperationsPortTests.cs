using System.Net;
using System.Net.Sockets;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.Service.Tests.Hosting;

public sealed class OperationsPortTests
{
    [Fact]
    public async Task Health_is_answered_on_its_own_port_only_without_a_word_of_anybody_and_the_bot_on_its_own()
    {
        var port = FreePort();
        await using var bot = await BotUnderTest.Start(settings: new Dictionary<string, string?> { ["Service:OperationsPort"] = $"{port}" });
        var operations = new Uri($"http://localhost:{port}/");

        (await Status(bot, new Uri(operations, "health/live"))).ShouldBe(HttpStatusCode.OK);
        (await Status(bot, new Uri(bot.Address, "health/live"))).ShouldBe(HttpStatusCode.NotFound);
        (await Status(bot, new Uri(operations, "api/messages"))).ShouldBe(HttpStatusCode.NotFound);
        (await Status(bot, new Uri(bot.Address, "api/messages"))).ShouldBe(HttpStatusCode.MethodNotAllowed);

        // who reaches the operations port reads nobody's words and names, and speaks for nobody
        await bot.Of("Vera Zwq").Say("Zwq citizens wait eleven weeks for a permit");
        foreach (var path in new[] { "health/live", "health/ready", "metrics" })
        {
            using var told = await bot.Door.Get(new Uri(operations, path));
            (await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("zwq", Case.Insensitive, path);
            (await Status(bot, new Uri(bot.Address, path))).ShouldBe(HttpStatusCode.NotFound, path);
        }

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            foreach (var path in new[] { "api/messages", $"once/{new string('A', 43)}", $"case/{new string('0', 32)}", $"talk/{new string('0', 32)}.ics", $"calendar/{new string('0', 32)}.ics" })
            {
                using var answer = await bot.Door.Ask(method, new Uri(operations, path));
                answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            }
    }

    private static async Task<HttpStatusCode> Status(BotUnderTest bot, Uri address)
    {
        using var answer = await bot.Door.Get(address);
        return answer.StatusCode;
    }

    /// <summary>The setting takes no 0: a balancer has to know the port.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
