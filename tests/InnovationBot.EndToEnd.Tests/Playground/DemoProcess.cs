using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using InnovationBot.Testing;
using InnovationBot.Testing.Cards;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>The program itself, started as a person starts it: <c>innovationbot demo</c> on free ports, with a folder of its own.</summary>
public sealed partial class DemoProcess : IAsyncDisposable
{
    /// <summary>The first start installs the Playground, loads the sample network and builds the index, on a machine that may be busy.</summary>
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "innovationbot.exe" : "innovationbot");

    private readonly ConcurrentQueue<string> said = new();
    private readonly Process process;

    private DemoProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>Everything it wrote, results and problems.</summary>
    public string Output => string.Join('\n', said);

    /// <summary>What a person opens in the browser.</summary>
    public Uri Chat => new(Address().Match(Output).Groups["chat"].Value);

    /// <param name="data">Folder of the demo.</param>
    /// <param name="arguments">After <c>demo</c>; without <c>--port</c> it is a free one.</param>
    /// <param name="lines">What is typed into a terminal chat; the input ends after them.</param>
    /// <param name="environment">On top of the tests' own.</param>
    public static DemoProcess Run(
        string data, IReadOnlyCollection<string> arguments, IEnumerable<string>? lines = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // Whoever runs the tests in the background, as CI may, has Ctrl-C ignored in all they start: the demo hears it again.
        var start = new ProcessStartInfo(
            OperatingSystem.IsLinux() ? "/usr/bin/env" : Program,
            [.. OperatingSystem.IsLinux() ? ["--default-signal=INT", Program] : Array.Empty<string>(), "demo", "--data", data, .. arguments.Contains("--port") ? [] : (string[])["--port", "0"], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["XDG_DATA_HOME"] = Path.Combine(RepositoryFolder.Root, ".artifacts", "demo") }, // the Playground is installed once for all runs
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        var demo = new DemoProcess(Process.Start(start)!);
        foreach (var line in lines ?? []) demo.process.StandardInput.WriteLine(line);
        demo.process.StandardInput.Close();
        return demo;
    }

    /// <summary>Runs another command of the program to its end, which has to be good.</summary>
    public static async Task Command(string[] arguments)
    {
        await using var command = new DemoProcess(Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!);
        (await command.Ended()).ShouldBe(0, command.Output);
    }

    /// <summary>Starts with the Playground and waits until it can be opened.</summary>
    public static async Task<DemoProcess> WithPlayground(string data, params string[] arguments)
    {
        var demo = Run(data, ["--chat", "playground", "--chat-port", "0", .. arguments]);
        await demo.Says(Address());
        return demo;
    }

    /// <summary>Waits until it has written this.</summary>
    public async Task Says(Regex text)
    {
        var patience = Patience.Token;
        while (!text.IsMatch(Output))
        {
            if (process.HasExited) throw new InvalidOperationException($"The demo ended with {process.ExitCode}:\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Ended()
    {
        var patience = Patience.Token;
        await process.WaitForExitAsync(patience);
        return process.ExitCode;
    }

    /// <summary>Sends a signal, as <c>INT</c> for Ctrl-C, to it alone.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null) said.Enqueue(line);
    }

    [GeneratedRegex("Open (?<chat>http://localhost:[0-9]+/)")]
    private static partial Regex Address();
}
