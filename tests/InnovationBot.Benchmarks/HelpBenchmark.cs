using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;
using InnovationBot.Benchmarks.Servers;

namespace InnovationBot.Benchmarks;

/// <summary><c>help</c>: the program itself answers the command with its card: repeat looked up, member, language, card.</summary>
internal static class HelpBenchmark
{
    public static async Task<int> Run()
    {
        using var network = await NetworkFolder.OfSample();
        await using var service = await ServerProcess.OfService(network.Path);
        await using var bare = await ServerProcess.OfThisProgram(ServerPrograms.Bare);
        var ratio = await Comparison.Run(
            new Contestant("help, the whole turn", service, PostedActivity.Message(service.Address, "help")),
            new Contestant("bare endpoint", bare, PostedActivity.Message(bare.Address, "help")));
        Report.Aim("CPU a turn, of the bare endpoint's", ratio.Microseconds, "at most 2.5", ratio.Microseconds <= 2.5);
        Report.Line($"        requests a second, of the bare endpoint's: {ratio.PerSecond:0.00}");
        return 0;
    }
}
