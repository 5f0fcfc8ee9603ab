using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>Takes whatever is sent, at once, and keeps nothing.</summary>
internal static class BareConnector
{
    private static ReadOnlySpan<byte> Taken => """{"id":"1:000001"}"""u8;

    public static void Map(WebApplication application) => application.MapPost("/v3/conversations/{c}/activities/{a?}", (RequestDelegate)(async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Taken.Length;
        await context.Response.BodyWriter.WriteAsync(Taken.ToArray(), context.RequestAborted);
    }));
}
