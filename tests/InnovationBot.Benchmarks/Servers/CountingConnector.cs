using System.Collections.Concurrent;
using InnovationBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>A connector that takes its time and counts what each chat got.</summary>
internal sealed class CountingConnector : IAsyncDisposable
{
    private readonly TimeSpan latency;
    private readonly ConcurrentDictionary<string, int> chats = new();
    private readonly byte[] answer = """{"id":"1:000001"}"""u8.ToArray();
    private LoopbackServer? server;
    private long taken;

    private CountingConnector(TimeSpan latency) => this.latency = latency;

    public Uri Address => server!.Address;

    public long Taken => Interlocked.Read(ref taken);

    /// <summary>Chats that got anything.</summary>
    public int Chats => chats.Count;

    /// <summary>Chats that got more than one message.</summary>
    public int Doubled => chats.Count(chat => chat.Value > 1);

    public static async Task<CountingConnector> Start(TimeSpan latency)
    {
        var connector = new CountingConnector(latency);
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
        chats.AddOrUpdate((string)context.Request.RouteValues["c"]!, 1, static (_, count) => count + 1); // counted even when the sender is killed meanwhile
        Interlocked.Increment(ref taken);
        await Task.Delay(latency, TimeProvider.System, CancellationToken.None);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer, CancellationToken.None);
    }
}
