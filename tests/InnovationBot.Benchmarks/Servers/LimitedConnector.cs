using System.Collections.Concurrent;
using System.Diagnostics;
using InnovationBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>A connector that takes its time, and no more than it is told to in any second.</summary>
internal sealed class LimitedConnector : IAsyncDisposable
{
    private readonly ExactLatency latency;
    private readonly int? perSecond;
    private readonly Queue<long> lastSecond = new();
    private readonly ConcurrentQueue<long> taken = new();
    private readonly byte[] answer = """{"id":"1:000001"}"""u8.ToArray();
    private LoopbackServer? server;
    private int refused;

    private LimitedConnector(TimeSpan latency, int? perSecond)
    {
        this.latency = new ExactLatency(latency);
        this.perSecond = perSecond;
    }

    public Uri Address => server!.Address;

    public int Taken => taken.Count;

    /// <summary>How many were answered 429.</summary>
    public int Refused => Volatile.Read(ref refused);

    public static async Task<LimitedConnector> Start(TimeSpan latency, int? perSecond)
    {
        var connector = new LimitedConnector(latency, perSecond);
        connector.server = await LoopbackServer.Start(application => application.MapPost("/v3/conversations/{c}/activities/{a?}", (RequestDelegate)connector.Take));
        return connector;
    }

    /// <summary>Messages a second, without the first and the last twentieth of them.</summary>
    public double Rate()
    {
        long[] all = [.. taken.Order()];
        var edge = all.Length / 20;
        var span = Stopwatch.GetElapsedTime(all[edge], all[^(edge + 1)]);
        return (all.Length - (2 * edge) - 1) / span.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        latency.Dispose();
    }

    private async Task Take(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        if (!MayPass())
        {
            Interlocked.Increment(ref refused);
            context.Response.Headers.RetryAfter = "1";
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await latency.Wait();
        taken.Enqueue(Stopwatch.GetTimestamp());
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer, context.RequestAborted);
    }

    private bool MayPass()
    {
        if (perSecond is not { } most) return true;
        lock (lastSecond)
        {
            var now = Stopwatch.GetTimestamp();
            while (lastSecond.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest, now) >= TimeSpan.FromSeconds(1)) lastSecond.Dequeue();
            if (lastSecond.Count >= most) return false;
            lastSecond.Enqueue(now);
            return true;
        }
    }
}
