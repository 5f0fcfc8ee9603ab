using System.Collections.Concurrent;
using System.Text;
using InnovationBot.Testing;
using InnovationBot.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Service.Tests.Hosting;

public sealed class CollectorTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_reach_a_collector_and_hold_nothing_that_was_written()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await LoopbackServer.Start(application => application.MapPost("v1/{kind}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate((string)context.Request.RouteValues["kind"]!, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        }));
        await using (var bot = await BotUnderTest.Start(settings: new Dictionary<string, string?>
        {
            ["Telemetry:OtlpEndpoint"] = collector.Address.AbsoluteUri.TrimEnd('/'), ["Telemetry:OtlpProtocol"] = "Http", ["Logging:LogLevel:InnovationBot"] = "Debug",
        }))
        {
            await bot.Of("Miaquixotic").Say("Nobody answers the zyzzyva phone at our building permit office");
        }

        received["traces"].ShouldContain("turn");
        received["traces"].ShouldContain("search");
        received["metrics"].ShouldContain("innovationbot.turns");
        received["logs"].ShouldContain("Turn (message): 200");
        foreach (var kind in received.Values)
        {
            kind.ShouldNotContain("zyzzyva");
            kind.ShouldNotContain("quixotic");
        }
    }
}
