using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace InnovationBot.Service.Demo.Playground;

/// <summary>The Agents Playground, running beside the bot; it ends when this is disposed, and when the bot's process is gone for any reason.</summary>
public sealed partial class PlaygroundProcess : IAsyncDisposable
{
    /// <summary>It takes one to three seconds; more on a machine that is busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public const int DefaultPort = 56150;

    private readonly Process process;

    private PlaygroundProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>What a person opens in the browser.</summary>
    public Uri Address { get; }

    /// <summary>Completes when it ended by itself.</summary>
    public Task Ended(CancellationToken stop) => process.WaitForExitAsync(stop);

    /// <param name="bot">Address of the bot, without path.</param>
    /// <param name="port"><c>null</c> = the Playground's own or, when that is taken, another; 0 = any free one.</param>
    /// <param name="folder">Where its settings and its log are written.</param>
    /// <param name="clock">The machine's.</param>
    /// <exception cref="PlaygroundException">It did not start, or not on the port that was asked for.</exception>
    public static async Task<PlaygroundProcess> Start(
        NodeRuntime node, PlaygroundPackage package, Uri bot, int? port, string folder, TimeProvider clock, CancellationToken stop)
    {
        var wanted = port switch { null => DefaultPort, 0 => FreePort(), { } named => named };
        var settings = Path.Combine(folder, "playground.yml");
        await File.WriteAllTextAsync(settings, PlaygroundConfig.Text(), stop);

        var process = Process.Start(Command(node, package, bot, wanted, folder, settings))!;
        try
        {
            process.ErrorDataReceived += (_, _) => { }; // read, or it would wait for a reader; what matters it also says on standard output
            process.BeginErrorReadLine();
            var listening = await ListeningPort(process, clock, stop);
            if (listening != wanted && port is > 0)
                throw new PlaygroundException($"Port {port} is taken by another program. Stop that one, or choose another port with --chat-port.");

            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new PlaygroundProcess(process, new Uri($"http://localhost:{listening}"));
        }
        catch
        {
            await End(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await End(process);

    private static ProcessStartInfo Command(NodeRuntime node, PlaygroundPackage package, Uri bot, int port, string folder, string settings)
    {
        var watch = Path.Combine(PlaygroundPackage.Sources, "beside-the-bot.cjs");
        return new ProcessStartInfo(
            node.Node,
            ["--require", watch, package.Program, "start", "--app-endpoint", new Uri(bot, "/api/messages").AbsoluteUri,
                "--channel-id", "msteams", "--port", port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true, // never written to: see beside-the-bot.cjs
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["TEAMSAPPTESTER_BROWSER"] = "none", // the address is printed; whoever wants to, opens it
                ["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1", // --disable-telemetry alone leaves this one on
                ["M365_AGENTS_PLAYGROUND_LOGFILE"] = Path.Combine(folder, "playground.log"),
                ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = settings,
                ["M365_AGENTS_PLAYGROUND_CONVERSATION_ID"] = PlaygroundConfig.PersonalChatId,
            },
        };
    }

    /// <summary>The Playground takes another port without a word when the wanted one is taken, so the number is read from what it says.</summary>
    private static async Task<int> ListeningPort(Process process, TimeProvider clock, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            var last = "";
            while (await process.StandardOutput.ReadLineAsync(both.Token) is { } line)
            {
                if (ListeningLine().Match(line) is { Success: true } match) return int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                if (line.Length > 0) last = line;
            }

            throw new PlaygroundException($"The Agents Playground ended while it started: {(last.Length > 0 ? last : "it did not say why")}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new PlaygroundException("The Agents Playground did not start within a minute.");
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task End(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    [GeneratedRegex(@"Listening on (\d+)")]
    private static partial Regex ListeningLine();
}
