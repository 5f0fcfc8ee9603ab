using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Watching;

/// <summary>Section <c>Telemetry</c> of the settings: where traces, metrics and logs go. The page for Prometheus is there without any of it.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Address of an OpenTelemetry collector (OTLP), http or https; none = nothing is sent.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>How the collector is spoken to: <c>Grpc</c> (usually port 4317) or <c>Http</c> (usually port 4318, at <c>/v1/traces</c>, <c>/v1/metrics</c>, <c>/v1/logs</c>); default <c>Grpc</c>.</summary>
    public OtlpTransport OtlpProtocol { get; set; }

    /// <summary>Headers for the collector, as <c>name=value,name=value</c>; secret.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>Share of turns that are traced, 0 to 1; default 1.</summary>
    public double TraceRatio { get; set; } = 1;
}

public enum OtlpTransport { Grpc, Http }

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var faults = new List<string>();
        if (!string.IsNullOrEmpty(options.OtlpEndpoint) && !(Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "" }))
            faults.Add("Telemetry:OtlpEndpoint must be an http or https address.");
        if (!Enum.IsDefined(options.OtlpProtocol)) faults.Add("Telemetry:OtlpProtocol is one of Grpc, Http.");
        if (options.TraceRatio is not (>= 0 and <= 1)) faults.Add("Telemetry:TraceRatio is from 0 to 1.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
