using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Watching;

internal static class WatchingServices
{
    /// <summary>The sums behind <c>/metrics</c>, and the collector when the settings name one.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddWatchingSettings(configuration);
        services.AddSingleton<CacheMetrics>();
        services.AddSingleton<Measurements>();
        services.AddSingleton<OutboxWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWatch>());

        // What is wrong with the settings is said when they are validated, before anything is sent.
        if (configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() is { OtlpEndpoint: { Length: > 0 } } options && new TelemetryOptionsValidator().Validate(null, options).Succeeded)
            services.AddCollector(options);
        return services;
    }

    public static IServiceCollection AddWatchingSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
    }
}
