using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Servers;

namespace InnovationBot.Benchmarks;

/// <summary><c>echo</c>: a bot on the channel layer alone, that says what it hears, beside an endpoint without any layer.</summary>
internal static class EchoBenchmark
{
    private const string Text = "People wait eleven weeks for a building permit. Who has solved this?";

    public static async Task<int> Run()
    {
        await using var echo = await ServerProcess.OfThisProgram(ServerPrograms.Echo);
        await using var bare = await ServerProcess.OfThisProgram(ServerPrograms.Bare);
        var ratio = await Comparison.Run(
            new Contestant("echo, channel layer", echo, PostedActivity.Message(echo.Address, Text)),
            new Contestant("bare endpoint", bare, PostedActivity.Message(bare.Address, Text)));
        Report.Aim("requests a second, of the bare endpoint's", ratio.PerSecond, "at least 0.60", ratio.PerSecond >= 0.6);
        Report.Line($"        CPU a request, of the bare endpoint's: {ratio.Microseconds:0.00}");
        return 0;
    }
}
