using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;
using InnovationBot.Benchmarks.Servers;

namespace InnovationBot.Benchmarks;

/// <summary><c>deliveries</c>: the outbox emptied through a connector that only takes 2 ms, and through one that takes 50 a second.</summary>
internal static class DeliveriesBenchmark
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(2);

    public static async Task<int> Run()
    {
        foreach (var inFlight in (int[])[8, 32])
        {
            var small = await Deliver(5_000, null, "Delivery:RequestsPerSecond=0", $"Delivery:InFlight={inFlight}");
            var big = await Deliver(40_000, null, "Delivery:RequestsPerSecond=0", $"Delivery:InFlight={inFlight}");
            Report.Line($"{big.PerSecond / await Bare(inFlight):0.00} of what a bare client gets with as many in flight");
            Report.Aim($"deliveries a second, {inFlight} in flight", big.PerSecond, "at least 2000", big.PerSecond >= 2_000);
            Report.Aim("most memory with 40,000 people, of that with 5,000", (double)big.Peak / small.Peak, "flat", big.Peak < small.Peak * 1.25);
        }

        var limited = await Deliver(1_500, 50, "Delivery:RequestsPerSecond=50");
        Report.Aim("of the 50 a second that the connector takes", limited.PerSecond / 50, "at least 0.95", limited.PerSecond >= 47.5);
        Report.Aim("answered 429", limited.RefusedShare, "at most 0.01", limited.RefusedShare <= 0.01);
        return 0;
    }

    private static async Task<Outcome> Deliver(int audience, int? perSecond, params IReadOnlyList<string> settings)
    {
        await using var connector = await LimitedConnector.Start(Latency, perSecond);
        using var folder = await NetworkFolder.Make((services, stop) => DeliveringService.Fill(services, connector.Address, audience, stop));
        await using var service = await ServerProcess.OfThisProgram(ServerPrograms.Deliveries, [folder.Path, .. settings]);
        var patience = TimeProvider.System.GetTimestamp();
        while (connector.Taken < audience)
        {
            if (TimeProvider.System.GetElapsedTime(patience) > TimeSpan.FromMinutes(5)) throw new TimeoutException($"{connector.Taken} of {audience} were delivered.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var outcome = new Outcome(
            connector.Rate(), (double)connector.Refused / (connector.Taken + connector.Refused), service.PeakResident, service.ProcessorTime.TotalMicroseconds / audience);
        Report.Line($"{audience} people, {string.Join(' ', settings)}: {outcome.PerSecond:0} a second, {outcome.Microseconds:0} us CPU each (start included), at most {Numbers.Megabytes(outcome.Peak):0} MB, {connector.Refused} answered 429");
        return outcome;
    }

    /// <summary>What the connector gives to a client that does nothing but post: all that its latency, the timer behind it and the machine allow.</summary>
    /// <returns>Requests a second.</returns>
    private static async Task<double> Bare(int inFlight)
    {
        const int Requests = 20_000;
        await using var connector = await LimitedConnector.Start(Latency, null);
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        var address = new Uri(connector.Address, "v3/conversations/a/activities");
        var body = new byte[3_000]; // a card of usual size
        var left = Requests;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
                using var answer = await client.SendAsync(request, CancellationToken.None);
            }
        })));
        return connector.Rate();
    }

    private sealed record Outcome(double PerSecond, double RefusedShare, long Peak, double Microseconds);
}
