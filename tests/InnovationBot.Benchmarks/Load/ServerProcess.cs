using System.Diagnostics;

namespace InnovationBot.Benchmarks.Load;

/// <summary>A server in a process of its own, so that its processor time and memory can be told from the client's.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan startedWithin)
    {
        this.process = process;
        Address = address;
        StartedWithin = startedWithin;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the line that says where it listens.</summary>
    public TimeSpan StartedWithin { get; }

    /// <summary>Of all its threads since it began; the system counts in hundredths of a second.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes resident in memory.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Most bytes that were ever resident.</summary>
    public long PeakResident
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>One of <see cref="Servers.ServerPrograms"/>.</summary>
    public static Task<ServerProcess> OfThisProgram(string name, params IEnumerable<string> arguments) =>
        Start(Environment.ProcessPath!, ["server", name, .. arguments], []);

    /// <summary>The published program itself, in local mode over a folder made before.</summary>
    public static Task<ServerProcess> OfService(string folder, params IEnumerable<(string Name, string Value)> settings) => Start(
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "innovationbot.exe" : "innovationbot"),
        ["serve", "--data", folder, "--port", "0"],
        [("Bot__LocalMode", "true"), ("Logging__LogLevel__Default", "Error"), .. settings]);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<ServerProcess> Start(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains(" listens on ", StringComparison.Ordinal))
            {
                var address = new Uri(line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)).TrimEnd('.'));
                var server = new ServerProcess(process, address, Stopwatch.GetElapsedTime(began));
                _ = process.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError()); // ends with the process
                return server;
            }

            await Console.Error.WriteLineAsync(line);
        }

        throw new InvalidOperationException($"{Path.GetFileName(program)} did not start.");
    }
}
