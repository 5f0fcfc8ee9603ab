using System.Text;

namespace InnovationBot.Service.CommandLine;

/// <summary>Where a command writes: results to one side, progress and problems to the other, so that scripts read only results.</summary>
public sealed record CommandConsole(TextWriter Out, TextWriter Error)
{
    /// <summary>Standard output and standard error, as UTF-8 without a byte-order mark.</summary>
    public static CommandConsole OfProcess()
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CommandConsole(Console.Out, Console.Error);
    }

    public void Result(string line) => Out.WriteLine(line);

    public void Progress(string line) => Error.WriteLine(line);

    public void Problem(string sentence) => Error.WriteLine(sentence);
}

/// <summary>What a command's end is worth to a script.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, nothing found, or the service could not start or go on.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage, or input that cannot be read.</summary>
    public const int Usage = 2;
}

/// <summary>Ends a command with one sentence for whoever called it, that says what is wrong and what to do.</summary>
internal sealed class CommandFault(string sentence, int exitCode = ExitCode.Refused, Exception? inner = null) : Exception(sentence, inner)
{
    public int ExitCode { get; } = exitCode;
}
