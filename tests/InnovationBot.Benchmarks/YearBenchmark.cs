using System.Diagnostics;
using InnovationBot.Benchmarks.Load;
using InnovationBot.Testing.Years;

namespace InnovationBot.Benchmarks;

/// <summary><c>year</c>: a year of a network of so many members in six time zones on a fake clock, killed several times; says how long it took, and every promise that was broken.</summary>
internal static class YearBenchmark
{
    public static async Task<int> Run(int members)
    {
        var watch = Stopwatch.StartNew();
        await using var year = await SimulatedYear.Of(members, seed: 11);
        await year.Live();
        var broken = await YearPromises.Broken(year);
        Report.Line($"{members} members, a year: {year.Messages.Count} messages, killed {year.Kills} times, {watch.Elapsed.TotalMinutes:0.0} minutes, {broken.Count} promises broken");
        foreach (var promise in broken.Take(20)) Report.Line($"{promise}");
        return broken.Count == 0 ? 0 : 1;
    }
}
