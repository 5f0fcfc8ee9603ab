using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>The floor: an endpoint that parses what it needs of an activity with generated code and answers with the text, checking nothing.</summary>
internal static class BareEndpoint
{
    public static void Map(WebApplication application) => application.MapPost("/api/messages", (RequestDelegate)(async context =>
    {
        var activity = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, BareJson.Default.BareActivity, context.RequestAborted);
        var reply = new BareActivity("message", $"{activity!.Id}|0", activity.Text, activity.ChannelId, activity.Recipient, activity.From, activity.Conversation);
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.BodyWriter, new BareReplies([reply]), BareJson.Default.BareReplies, context.RequestAborted);
    }));
}

internal sealed record BareActivity(string? Type, string? Id, string? Text, string? ChannelId, BareAccount? From, BareAccount? Recipient, BareAccount? Conversation);

internal sealed record BareAccount(string? Id, string? Name);

internal sealed record BareReplies(BareActivity[] Activities);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BareActivity))]
[JsonSerializable(typeof(BareReplies))]
internal sealed partial class BareJson : JsonSerializerContext;
