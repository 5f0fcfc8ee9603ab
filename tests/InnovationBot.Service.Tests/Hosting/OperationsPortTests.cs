using System.Net;
using System.Net.Sockets;
using InnovationBot.Testing.Hosting;

namespace InnovationBot.Service.Tests.Hosting;

public sealed class OperationsPortTests
{
    [Fact]
    public async Task Health_is_answered_on_its_own_port_only_and_the_bot_on_its_own()
    {
        var port = FreePort();
        await using var bot = await BotUnderTest.Start(settings: new Dictionary<string, string?> { ["Service:OperationsPort"] = $"{port}" });
        var operations = new Uri($"http://localhost:{port}/");

        (await Status(bot, new Uri(operations, "health/live"))).ShouldBe(HttpStatusCode.OK);
        (await Status(bot, new Uri(bot.Address, "health/live"))).ShouldBe(HttpStatusCode.NotFound);
        (await Status(bot, new Uri(operations, "api/messages"))).ShouldBe(HttpStatusCode.NotFound);
        (await Status(bot, new Uri(bot.Address, "api/messages"))).ShouldBe(HttpStatusCode.MethodNotAllowed);
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
