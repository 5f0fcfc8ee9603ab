using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InnovationBot.Service.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take turns now. On a port of its own where the bot is
/// public, told apart by the connection and not by a header that callers choose.
/// </summary>
internal static class HealthAnswers
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    /// <param name="operationsPort"><c>null</c> = beside the bot, on its own port.</param>
    public static void UseHealthAnswers(this IApplicationBuilder application, HealthCheckService checks, int? operationsPort) =>
        application.Use((context, next) =>
        {
            if (operationsPort is { } port && context.Connection.LocalPort != port) return next(context);
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            {
                if (context.Request.Path == Live) return Write(context, HealthStatus.Healthy, []);
                if (context.Request.Path == Ready) return AnswerReady(context, checks);
            }

            if (operationsPort is null) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

    private static async Task AnswerReady(HttpContext context, HealthCheckService checks)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"), context.RequestAborted);
        await Write(context, report.Status, report.Entries);
    }

    private static async Task Write(HttpContext context, HealthStatus status, IEnumerable<KeyValuePair<string, HealthReportEntry>> entries)
    {
        context.Response.StatusCode = status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status"u8, Word(status));
        writer.WriteStartObject("checks"u8);
        foreach (var (name, entry) in entries) writer.WriteString(name, Word(entry.Status));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failing",
    };
}
