using System.Reflection;
using InnovationBot.Activities;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InnovationBot.Service.Watching;

/// <summary>Sends traces, metrics and logs to an OpenTelemetry collector. A class of its own, so that nobody without one loads the libraries.</summary>
internal static class Collector
{
    public static void AddCollector(this IServiceCollection services, TelemetryOptions options)
    {
        var version = typeof(Collector).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("innovationbot", serviceVersion: version, serviceInstanceId: Environment.MachineName + "-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .WithTracing(tracing => tracing.AddSource(TurnTrace.SourceName)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceRatio)))
                .AddOtlpExporter(exporter => Address(exporter, options, "traces")))
            .WithMetrics(metrics => metrics.AddMeter("InnovationBot.*", "System.Runtime").AddOtlpExporter(exporter => Address(exporter, options, "metrics")))
            .WithLogging(logging => logging.AddOtlpExporter(exporter => Address(exporter, options, "logs")), records =>
            {
                records.IncludeFormattedMessage = true;
                records.IncludeScopes = false;
            });
    }

    private static void Address(OtlpExporterOptions exporter, TelemetryOptions options, string kind)
    {
        var address = new Uri(options.OtlpEndpoint!);
        exporter.Protocol = options.OtlpProtocol == OtlpTransport.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = options.OtlpProtocol == OtlpTransport.Http ? new Uri($"{options.OtlpEndpoint!.TrimEnd('/')}/v1/{kind}") : address;
        if (!string.IsNullOrEmpty(options.OtlpHeaders)) exporter.Headers = options.OtlpHeaders;
    }
}
