using System.Text.Json;
using InnovationBot.Service.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InnovationBot.Service.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take turns now, and what is wrong otherwise. <c>/metrics</c>: what was
/// measured, for Prometheus. On a port of its own where the bot is public, told apart by the connection and not by a header that callers choose.
/// </summary>
internal static class HealthAnswers
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";
    private const string Metrics = "/metrics";

    /// <param name="operationsPort"><c>null</c> = beside the bot, on its own port.</param>
    public static void UseHealthAnswers(this IApplicationBuilder application, HealthCheckService checks, int? operationsPort)
    {
        var measurements = application.ApplicationServices.GetRequiredService<Measurements>(); // listens from here on
        var outbox = application.ApplicationServices.GetRequiredService<OutboxWatch>();
        application.Use((context, next) =>
        {
            if (operationsPort is { } port && context.Connection.LocalPort != port) return next(context);
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            {
                if (context.Request.Path == Live) return Write(context, HealthStatus.Healthy, []);
                if (context.Request.Path == Ready) return AnswerReady(context, checks);
                if (context.Request.Path == Metrics) return AnswerMetrics(context, measurements, outbox);
            }

            if (operationsPort is null) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static async Task AnswerMetrics(HttpContext context, Measurements measurements, OutboxWatch outbox)
    {
        await outbox.Refresh(context.RequestAborted);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(measurements.Page(), context.RequestAborted);
    }

    private static async Task AnswerReady(HttpContext context, HealthCheckService checks)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"), context.RequestAborted);
        await Write(context, report.Status, [.. report.Entries]);
    }

    private static async Task Write(HttpContext context, HealthStatus status, IReadOnlyCollection<KeyValuePair<string, HealthReportEntry>> entries)
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
        writer.WriteStartObject("causes"u8);
        foreach (var (name, entry) in entries.Where(one => one.Value.Status != HealthStatus.Healthy)) writer.WriteString(name, entry.Description ?? "This check failed.");
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
