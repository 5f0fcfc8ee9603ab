using System.Diagnostics;
using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;

namespace InnovationBot.Benchmarks;

/// <summary><c>start</c>: from the start of the process to the first answer to a question, over a store and an index made before.</summary>
internal static class StartBenchmark
{
    private const int Starts = 7;

    public static async Task<int> Run(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes.Count > 0 ? sizes : [10_000]) await Run(size);
        return 0;
    }

    private static async Task Run(int cases)
    {
        using var network = await NetworkFolder.WithCases(cases);
        List<(double Listening, double First, double Second, double Later)> starts = [];
        for (var i = 0; i < Starts; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var service = await ServerProcess.OfService(network.Path);
            var asks = Asks.To(service.Address);
            LightClient.Run(service.Address, asks, 1, connections: 1);
            var first = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var second = LightClient.Run(service.Address, [asks[1]], 1, connections: 1).Elapsed.TotalSeconds;
            var later = Numbers.Median(LightClient.Run(service.Address, asks, 20, connections: 1).Milliseconds) / 1000;
            starts.Add((service.StartedWithin.TotalSeconds, first, second, later));
        }

        var toFirst = Numbers.Median(starts.Select(start => start.First));
        Report.Line($"{cases} cases: listens after {Numbers.Median(starts.Select(start => start.Listening)):0.00} s, first answer after {toFirst:0.00} s, the second took {Numbers.Median(starts.Select(start => start.Second)):0.000} s, the twenty after it {Numbers.Median(starts.Select(start => start.Later)):0.000} s each (medians of {Starts} starts)");
        Report.Aim("start to first answer, s", toFirst, "under 3", toFirst < 3);
    }
}
