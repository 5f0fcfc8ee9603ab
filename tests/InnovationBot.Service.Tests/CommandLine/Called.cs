using InnovationBot.Service.CommandLine;

namespace InnovationBot.Service.Tests.CommandLine;

/// <summary>The command line, called in this process.</summary>
internal sealed record Called(int ExitCode, string Out, string Error)
{
    public static async Task<Called> With(params string[] arguments)
    {
        var (result, problems) = (new StringWriter(), new StringWriter());
        var exitCode = await BotCommandLine.Run(arguments, new CommandConsole(result, problems), TestContext.Current.CancellationToken);
        return new Called(exitCode, result.ToString(), problems.ToString());
    }
}
