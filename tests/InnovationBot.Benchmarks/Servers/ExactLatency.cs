using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>
/// Lets each call wait as long as it is told. The runtime's timers go by a clock that moves in steps of up to 4 ms on Linux, so that 2 ms
/// by them are between 2 and 6; here a thread of its own sleeps to the microsecond.
/// </summary>
internal sealed class ExactLatency : IDisposable
{
    private readonly TimeSpan latency;
    private readonly BlockingCollection<(long Since, TaskCompletionSource Over)> waiting = [];
    private readonly Thread thread;

    public ExactLatency(TimeSpan latency)
    {
        this.latency = latency;
        thread = new Thread(Run) { IsBackground = true, Name = "Latency" };
        thread.Start();
    }

    public Task Wait()
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((Stopwatch.GetTimestamp(), over));
        return over.Task;
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        waiting.Dispose();
    }

    /// <summary>All wait equally long, so who came first is let go first.</summary>
    private void Run()
    {
        foreach (var (since, over) in waiting.GetConsumingEnumerable())
        {
            while (latency - Stopwatch.GetElapsedTime(since) is var left && left > TimeSpan.Zero) Sleep(left);
            over.SetResult();
        }
    }

    private static void Sleep(TimeSpan time)
    {
        if (OperatingSystem.IsWindows()) Thread.Yield();
        else _ = Sleep((uint)Math.Ceiling(time.TotalMicroseconds));
    }

    [DllImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(uint microseconds);
}
