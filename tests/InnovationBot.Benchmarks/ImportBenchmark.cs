using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;

namespace InnovationBot.Benchmarks;

/// <summary><c>import</c>: a file of many cases taken in beside a running service, then again with every line changed, then out again; and how long the service waits meanwhile.</summary>
internal static class ImportBenchmark
{
    private const double MostSeconds = 300;
    private const double MostMegabytes = 500;
    private const double LongestWait = 1_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> Run(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes.Count > 0 ? sizes : [100_000]) await Run(size);
        return 0;
    }

    private static async Task Run(int cases)
    {
        using var network = await NetworkFolder.OfSample();
        var files = Directory.CreateTempSubdirectory("innovationbot-bench-");
        try
        {
            await using var service = await ServerProcess.OfService(network.Path);
            var (first, changed) = (Path.Combine(files.FullName, "first.jsonl"), Path.Combine(files.FullName, "changed.jsonl"));
            await Write(first, cases, "");
            await Write(changed, cases, "Told once more. ");
            Report.Line($"{cases} cases in a file of {Numbers.Megabytes(new FileInfo(first).Length):0} MB");
            foreach (var (name, arguments) in new (string, string[])[]
            {
                ("import", ["import", "cases", first]), ("the same again", ["import", "cases", first]), ("every line changed", ["import", "cases", changed]),
                ("export", ["export", "cases", Path.Combine(files.FullName, "out.jsonl")]),
            })
            {
                var writing = new WritingPeople(service.Address);
                var (seconds, peak) = await Call([.. arguments, "--data", network.Path]);
                var turns = writing.End();
                var waits = turns.ConvertAll(turn => turn.Milliseconds);
                Report.Line($"{name}: {seconds:0.0} s, at most {Numbers.Megabytes(peak):0} MB resident; meanwhile a person's stored turn took p50 {Numbers.Median(waits):0} ms, p99 {Numbers.Percentile(waits, 0.99):0} ms, longest {waits.Max():0} ms ({waits.Count} turns)");
                Report.Line($"  the longest: {string.Join(", ", turns.OrderByDescending(turn => turn.Milliseconds).Take(5).Select(turn => $"{turn.Milliseconds:0} ms after {turn.After.TotalSeconds:0.0} s"))}");
                Report.Aim($"{name}, s", seconds, "under 300", seconds < MostSeconds);
                Report.Aim($"{name}, MB", Numbers.Megabytes(peak), "under 500", Numbers.Megabytes(peak) < MostMegabytes);
                Report.Aim($"{name}, longest wait, ms", waits.Max(), "under 1000", waits.Max() < LongestWait);
            }
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, long Peak)> Call(string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "innovationbot.exe" : "innovationbot"), arguments) { RedirectStandardOutput = true };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        return process.ExitCode == 0 ? (Stopwatch.GetElapsedTime(began).TotalSeconds, peak) : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>As <see cref="GeneratedCases"/> mixes them, as an importer's file tells them.</summary>
    private static async Task Write(string path, int count, string before)
    {
        var all = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "SampleNetwork", "cases"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!).ToArray();
        var random = new Random(20_002);
        await using var file = new StreamWriter(path);
        for (var number = 0; number < count; number++)
        {
            var (one, other) = (all[random.Next(all.Length)], all[random.Next(all.Length)]);
            var mixed = new Dictionary<string, object>(one.Select(field => KeyValuePair.Create(field.Key, (object)field.Value)))
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"many-{number:d6}"),
                ["what_was_done"] = before + other["what_was_done"].GetString(),
            };
            await file.WriteLineAsync(JsonSerializer.Serialize(mixed, Readable));
        }
    }

    /// <summary>Somebody who writes all the time, one turn after the other; each is stored.</summary>
    private sealed class WritingPeople
    {
        private readonly List<(TimeSpan After, double Milliseconds)> turns = [];
        private readonly Thread thread;
        private volatile bool ended;

        public WritingPeople(Uri service)
        {
            var asks = Asks.To(service);
            LightClient.Run(service, asks, 20, connections: 1);
            var began = Stopwatch.GetTimestamp();
            thread = new Thread(() =>
            {
                for (var i = 0; !ended; i++)
                {
                    var after = Stopwatch.GetElapsedTime(began);
                    turns.Add((after, LightClient.Run(service, [asks[i % asks.Count]], 1, connections: 1).Milliseconds[0]));
                }
            });
            thread.Start();
        }

        /// <returns>When each turn began, and how long it took.</returns>
        public List<(TimeSpan After, double Milliseconds)> End()
        {
            ended = true;
            thread.Join();
            return turns;
        }
    }
}
