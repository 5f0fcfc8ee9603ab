using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Service.Tests.Phrasing;

/// <summary>A chat model on loopback that speaks OpenAI's protocol and answers as it is told, in pieces as a model does.</summary>
public sealed class LoopbackModel : IAsyncDisposable
{
    /// <summary>Whoever asks as Azure OpenAI is asked needs it.</summary>
    public const string AzureKey = "azure-key";

    public static string Concrete() => """{"label":"concrete","elements":["what","who"],"heard":"other"}""";

    private LoopbackServer? server;

    /// <summary>Requests as they came.</summary>
    public ConcurrentQueue<JsonElement> Asked { get; } = new();

    public Func<string> Answers { get; set; } = () => "";

    /// <summary>What it says of a statement it is to judge; such requests are kept apart, are answered whole, and know neither <see cref="Status"/> nor <see cref="Hangs"/>.</summary>
    public Func<string> Judges { get; set; } = Concrete;

    public ConcurrentQueue<JsonElement> Judged { get; } = new();

    /// <summary>A statement to judge is never answered.</summary>
    public bool Ponders { get; set; }

    public int Status { get; set; } = 200;

    public bool Hangs { get; set; }

    public Uri Address => server!.Address;

    public static async Task<LoopbackModel> Start()
    {
        var model = new LoopbackModel();
        model.server = await LoopbackServer.Start(application =>
        {
            application.MapPost("chat/completions", model.Answer);
            application.MapPost("openai/deployments/{deployment}/chat/completions", context =>
            {
                if (context.Request.Headers["api-key"] == AzureKey && context.Request.Query.ContainsKey("api-version")) return model.Answer(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            });
        });
        return model;
    }

    public async ValueTask DisposeAsync() => await server!.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var request = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        if (IsToJudge(request))
        {
            await Judge(request, context);
            return;
        }

        Asked.Enqueue(request);
        if (Hangs) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Status != 200)
        {
            context.Response.StatusCode = Status;
            await context.Response.WriteAsync("""{"error":{"message":"no","type":"test"}}""");
            return;
        }

        if (!request.TryGetProperty("stream", out var streams) || !streams.GetBoolean())
        {
            await Whole(context, Answers());
            return;
        }

        context.Response.ContentType = "text/event-stream";
        var text = Answers();
        for (var at = 0; at < text.Length; at += 24) await Send(context, new JsonObject { ["role"] = "assistant", ["content"] = text.Substring(at, Math.Min(24, text.Length - at)) }, null);
        await Send(context, [], "stop");
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private async Task Judge(JsonElement request, HttpContext context)
    {
        Judged.Enqueue(request);
        if (Ponders) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Whole(context, Judges());
    }

    private static bool IsToJudge(JsonElement request) =>
        request.TryGetProperty("response_format", out var format) && format.TryGetProperty("json_schema", out var schema) && schema.GetProperty("name").GetString() == "assessment";

    private static Task Whole(HttpContext context, string text) => context.Response.WriteAsJsonAsync(new JsonObject
    {
        ["id"] = "1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text }, ["finish_reason"] = "stop" }),
    });

    private static async Task Send(HttpContext context, JsonObject delta, string? finish)
    {
        var chunk = new JsonObject
        {
            ["id"] = "1", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "m",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
        };
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {chunk.ToJsonString()}\n\n"));
        await context.Response.Body.FlushAsync();
    }
}
