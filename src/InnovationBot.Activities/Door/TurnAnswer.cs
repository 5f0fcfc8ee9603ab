using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Activities;

/// <summary>Writes what a turn answers in the HTTP response, straight to its buffer.</summary>
internal static class TurnAnswer
{
    private const string Json = "application/json; charset=utf-8";

    public static async ValueTask Write(HttpResponse response, InvokeResponse answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is not { } body) return;
        var length = body.Utf8.Length;
        response.ContentType = Json;
        response.ContentLength = length;
        response.BodyWriter.Write(body.Utf8);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    public static async ValueTask Write(HttpResponse response, IReadOnlyList<Activity> replies)
    {
        response.ContentType = Json;
        await JsonSerializer.SerializeAsync(
            response.BodyWriter, new ExpectedReplies(replies), ActivityJson.Default.ExpectedReplies, response.HttpContext.RequestAborted);
    }
}
