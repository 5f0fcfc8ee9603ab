using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;

namespace InnovationBot.Benchmarks;

/// <summary><c>ask</c>: the whole turn of a question, stored, searched, matched and drawn, by the program itself over a network of many cases.</summary>
internal static class AskBenchmark
{
    private const int WarmUp = 400;
    private const int Measured = 2_000;

    public static async Task<int> Run(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes.Count > 0 ? sizes : [10_000, 100_000]) await Run(size);
        return 0;
    }

    private static async Task Run(int cases)
    {
        using var network = await NetworkFolder.WithCases(cases);
        await using var service = await ServerProcess.OfService(network.Path);
        var asks = Asks.To(service.Address);
        LightClient.Run(service.Address, asks, WarmUp, connections: 1);

        var before = service.ProcessorTime;
        var one = LightClient.Run(service.Address, asks, Measured, connections: 1);
        var processor = (service.ProcessorTime - before).TotalMilliseconds / Measured;
        var (median, slow) = (Numbers.Median(one.Milliseconds), Numbers.Percentile(one.Milliseconds, 0.99));
        Report.Line($"{cases} cases: p50 {median:0.0} ms, p99 {slow:0.0} ms, {processor:0.0} ms CPU an ask; {Numbers.Megabytes(service.Resident):0} MB resident, at most {Numbers.Megabytes(service.PeakResident):0}");
        if (cases >= 100_000) Report.Aim("p99 of the whole ask, ms", slow, "under 80", slow < 80);
        else Report.Aim("resident, MB", Numbers.Megabytes(service.Resident), "under 250", Numbers.Megabytes(service.Resident) < 250);
    }
}
