using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace InnovationBot.Benchmarks.Load;

/// <param name="Milliseconds">Of those answered, from the moment they were due: a slow answer also makes those behind it late.</param>
/// <param name="Repeated">Sent once more, elsewhere, because the instance or its store was gone, as a balancer and Teams do.</param>
/// <param name="Failed">Answered by nobody.</param>
internal sealed record PacedResult(IReadOnlyList<double> Milliseconds, int Repeated, int Failed);

/// <summary>Posts so many requests a second to several instances in turn, whatever they take for it.</summary>
internal static class PacedClient
{
    private const int Callers = 48;

    /// <summary>Longer than a restart of the database takes.</summary>
    private const int Rounds = 20;

    /// <summary>Before everybody is asked once more.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <param name="targets">Looked at anew for each connection: an instance that was started again has another address.</param>
    public static PacedResult Run(Func<IReadOnlyList<Uri>> targets, Func<Uri, IReadOnlyList<PostedActivity>> requests, int perSecond, TimeSpan time)
    {
        var count = (int)(perSecond * time.TotalSeconds);
        var times = new ConcurrentBag<double>();
        var (next, repeated, failed) = (-1, 0, 0);
        var began = Stopwatch.GetTimestamp();
        Thread[] callers = [.. Enumerable.Range(0, Callers).Select(_ => new Thread(Call))];
        foreach (var caller in callers) caller.Start();
        foreach (var caller in callers) caller.Join();
        return new PacedResult([.. times], repeated, failed);

        void Call()
        {
            var connections = new Dictionary<Uri, (LightClient.Connection Connection, PostedActivity.Copy[] Requests)>();
            for (int at; (at = Interlocked.Increment(ref next)) < count;)
            {
                var due = began + (long)(at * (double)Stopwatch.Frequency / perSecond);
                var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (early > TimeSpan.Zero) TimeProvider.System.Delay(early).GetAwaiter().GetResult();
                var isAnswered = false;
                var all = targets();
                for (var again = 0; again < Rounds * all.Count && !isAnswered; again++)
                {
                    if (again > 0 && again % all.Count == 0) TimeProvider.System.Delay(Pause).GetAwaiter().GetResult();
                    all = targets();
                    var target = all[(at + again) % all.Count];
                    try
                    {
                        if (!connections.TryGetValue(target, out var open)) connections[target] = open = (new(target), [.. requests(target).Select(request => request.ForOneCaller())]);
                        open.Connection.Exchange(open.Requests[at % open.Requests.Length].Next());
                        isAnswered = true;
                    }
                    catch (Exception gone) when (gone is SocketException or InvalidDataException)
                    {
                        if (connections.Remove(target, out var closed)) closed.Connection.Dispose();
                        Interlocked.Increment(ref repeated);
                    }
                }

                if (isAnswered) times.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
                else Interlocked.Increment(ref failed);
            }

            foreach (var (connection, _) in connections.Values) connection.Dispose();
        }
    }

    private static Task Delay(this TimeProvider clock, TimeSpan time) => Task.Delay(time, clock);
}
