using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InnovationBot.Benchmarks.Load;

/// <summary>What a run of requests came to.</summary>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="Milliseconds">Each request's time.</param>
internal sealed record LoadResult(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds)
{
    public double PerSecond => Milliseconds.Count / Elapsed.TotalSeconds;
}

/// <summary>
/// Posts requests over connections kept open, one thread each, and reads no more of the answers than their end: on few cores a
/// chatty client would be measured along with the server.
/// </summary>
internal static class LightClient
{
    /// <param name="requests">Sent in turn, from the first again after the last.</param>
    /// <exception cref="InvalidOperationException">An answer had another status than 200.</exception>
    public static LoadResult Run(Uri target, IReadOnlyList<PostedActivity> requests, int count, int connections)
    {
        var times = new double[count];
        var next = -1;
        Exception? fault = null;
        var began = Stopwatch.GetTimestamp();
        Thread[] callers = [.. Enumerable.Range(0, connections).Select(_ => new Thread(Call))];
        foreach (var caller in callers) caller.Start();
        foreach (var caller in callers) caller.Join();
        var elapsed = Stopwatch.GetElapsedTime(began);
        return fault is null ? new LoadResult(elapsed, times) : throw new InvalidOperationException("A request failed.", fault);

        void Call()
        {
            try
            {
                using var connection = new Connection(target);
                var mine = new Dictionary<int, PostedActivity.Copy>(); // of those this caller sends: all of them for all callers are more than memory holds
                for (int at; (at = Interlocked.Increment(ref next)) < count;)
                {
                    if (!mine.TryGetValue(at % requests.Count, out var request)) mine[at % requests.Count] = request = requests[at % requests.Count].ForOneCaller();
                    var sent = Stopwatch.GetTimestamp();
                    connection.Exchange(request.Next());
                    times[at] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
                }
            }
            catch (Exception e) when (e is SocketException or InvalidDataException)
            {
                fault = e;
            }
        }
    }

    /// <summary>One connection, kept open.</summary>
    internal sealed class Connection : IDisposable
    {
        private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private byte[] buffer = new byte[64 * 1024];

        public Connection(Uri target) => socket.Connect(IPAddress.Loopback, target.Port);

        public void Exchange(ReadOnlySpan<byte> request)
        {
            socket.Send(request);
            var filled = 0;
            do
            {
                if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var read = socket.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None);
                if (read == 0) throw new InvalidDataException("The server hung up.");
                filled += read;
            }
            while (!IsWhole(buffer.AsSpan(0, filled)));
            if (!buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 200"u8))
                throw new InvalidDataException(Encoding.ASCII.GetString(buffer, 0, Math.Min(filled, 200)));
        }

        public void Dispose() => socket.Dispose();

        private static bool IsWhole(ReadOnlySpan<byte> answer)
        {
            var head = answer.IndexOf("\r\n\r\n"u8);
            if (head < 0) return false;
            var lengthAt = answer[..head].IndexOf("Content-Length: "u8);
            if (lengthAt < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8); // in chunks
            var digits = answer[(lengthAt + 16)..head];
            if (digits.IndexOf((byte)'\r') is var end and >= 0) digits = digits[..end];
            return answer.Length >= head + 4 + int.Parse(digits, CultureInfo.InvariantCulture);
        }
    }
}
