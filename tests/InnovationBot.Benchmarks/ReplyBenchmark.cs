using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Servers;

namespace InnovationBot.Benchmarks;

/// <summary><c>reply</c>: the echo bot answers through the connector, as Teams has it, beside the same bare endpoint.</summary>
internal static class ReplyBenchmark
{
    private const string Text = "People wait eleven weeks for a building permit. Who has solved this?";

    public static async Task<int> Run()
    {
        await using var connector = await ServerProcess.OfThisProgram(ServerPrograms.Connector);
        await using var echo = await ServerProcess.OfThisProgram(ServerPrograms.Echo);
        await using var bare = await ServerProcess.OfThisProgram(ServerPrograms.Bare);
        var ratio = await Comparison.Run(
            new Contestant("reply through connector", echo, PostedActivity.Message(echo.Address, Text, serviceUrl: connector.Address)),
            new Contestant("bare endpoint", bare, PostedActivity.Message(bare.Address, Text)));
        Report.Line($"        CPU a reply, of the bare endpoint's: {ratio.Microseconds:0.00}; most memory resident: {Numbers.Megabytes(echo.PeakResident):0} MB");
        return 0;
    }
}
