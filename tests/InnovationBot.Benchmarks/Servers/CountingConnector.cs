using System.Collections.Concurrent;
using System.Globalization;
using InnovationBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>A connector that takes its time and counts what each chat got; a faulty one fails in the ways of the protocol, by the chat's number.</summary>
internal sealed class CountingConnector : IAsyncDisposable
{
    /// <summary>Every so many chats one of each fault.</summary>
    private const int Cycle = 97;

    /// <summary>Each slows the whole bucket by a second, so that they are rarer.</summary>
    private const int ThrottledEvery = 2_000;

    private readonly TimeSpan latency;
    private readonly bool isFaulty;
    private readonly ConcurrentDictionary<string, int> chats = new();
    private readonly ConcurrentDictionary<int, bool> failedOnce = new();
    private readonly byte[] answer = """{"id":"1:000001"}"""u8.ToArray();
    private LoopbackServer? server;
    private long taken;

    private CountingConnector(TimeSpan latency, bool isFaulty) => (this.latency, this.isFaulty) = (latency, isFaulty);

    public Uri Address => server!.Address;

    public long Taken => Interlocked.Read(ref taken);

    /// <summary>Chats that got anything.</summary>
    public int Chats => chats.Count;

    /// <summary>Chats that got more than one message.</summary>
    public int Doubled => chats.Count(chat => chat.Value > 1);

    /// <summary>Counts from the beginning.</summary>
    public void Forget()
    {
        chats.Clear();
        Interlocked.Exchange(ref taken, 0);
    }

    /// <summary>Chats whose connection is torn off after the request left, before or after it was taken: the fate of each is unknown.</summary>
    public static int Torn(int people) => Enumerable.Range(0, people).Count(number => number % Cycle is 1 or 2);

    /// <summary>Chats of people who blocked the bot.</summary>
    public static int Blocked(int people) => Enumerable.Range(0, people).Count(number => number % Cycle == 5);

    public static async Task<CountingConnector> Start(TimeSpan latency, bool isFaulty = false)
    {
        var connector = new CountingConnector(latency, isFaulty);
        connector.server = await LoopbackServer.Start(application => application.MapPost("/v3/conversations/{c}/activities/{a?}", (RequestDelegate)connector.Take));
        return connector;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, CancellationToken.None);
        var number = isFaulty ? NumberOf((string)context.Request.RouteValues["c"]!) : 0;
        if (isFaulty && Refuses(context, number)) return;
        chats.AddOrUpdate((string)context.Request.RouteValues["c"]!, 1, static (_, count) => count + 1); // counted even when the sender is killed meanwhile
        Interlocked.Increment(ref taken);
        if (isFaulty && number % Cycle == 2)
        {
            context.Abort();
            return;
        }

        await Task.Delay(latency, TimeProvider.System, CancellationToken.None);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        if (isFaulty && number % Cycle == 6) await WriteSlowly(context);
        else await context.Response.BodyWriter.WriteAsync(answer, CancellationToken.None);
    }

    /// <summary>Torn off, throttled once, gone for a moment once, blocked: nothing is taken.</summary>
    private bool Refuses(HttpContext context, int number)
    {
        if (number % Cycle == 1)
        {
            context.Abort();
            return true;
        }

        var status = number % ThrottledEvery == 3 && failedOnce.TryAdd(number, true) ? StatusCodes.Status429TooManyRequests
            : number % Cycle == 4 && failedOnce.TryAdd(number, true) ? StatusCodes.Status503ServiceUnavailable
            : number % Cycle == 5 ? StatusCodes.Status403Forbidden
            : 0;
        if (status == 0) return false;
        if (status == StatusCodes.Status429TooManyRequests) context.Response.Headers.RetryAfter = "1";
        context.Response.StatusCode = status;
        return true;
    }

    private async Task WriteSlowly(HttpContext context)
    {
        await context.Response.StartAsync(CancellationToken.None);
        await Task.Delay(latency * 50, TimeProvider.System, CancellationToken.None);
        await context.Response.BodyWriter.WriteAsync(answer, CancellationToken.None);
    }

    private static int NumberOf(string chat) => int.Parse(chat.AsSpan(chat.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
}
