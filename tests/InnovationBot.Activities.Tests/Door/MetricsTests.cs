using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using InnovationBot.Testing.Connector;

namespace InnovationBot.Activities.Tests.Door;

public sealed class MetricsTests
{
    [Fact]
    public async Task Turns_refusals_and_connector_calls_are_counted_without_a_strangers_words()
    {
        var counted = new ConcurrentBag<string>();
        await using var host = await BotHost.Channel();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ActivityMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, Factory(host))) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
            counted.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();

        host.Bot.Echoes();
        host.Connector.FailNext(Fault.Answer(403, "MessageWritesBlocked"));
        await host.Post(Sent.Message(host.Connector.ServiceUrl), host.Token());
        await host.Post(Sent.Message(host.Connector.ServiceUrl));
        await host.Post(Sent.Message(host.Connector.ServiceUrl).With("type", "whatever a stranger likes"), host.Token());

        counted.ShouldBe(
        [
            "innovationbot.connector.calls send Failed Blocked", "innovationbot.turns message 200", "innovationbot.authentication.refusals NoHeader",
            "innovationbot.turns none 401", "innovationbot.turns other 200",
        ], ignoreOrder: true);
    }

    private static object? Factory(BotHost host) => host.Services.GetService(typeof(IMeterFactory));
}
