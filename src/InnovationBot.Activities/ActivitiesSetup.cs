using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>Puts the channel layer into a host. The host brings an <see cref="IBot"/>.</summary>
public static class ActivitiesSetup
{
    public const string Path = "/api/messages";

    /// <summary>
    /// Registers authentication, connector client, limiter and a health check tagged <c>ready</c>, from the sections <c>Bot</c> and <c>Delivery</c>.
    /// Wrong settings stop the start. <see cref="ISendLimiter"/> and <see cref="MachineClock"/> registered before or after take the place of the defaults.
    /// </summary>
    public static IServiceCollection AddActivities(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddOptions<ConnectorLimits>().Bind(configuration.GetSection(ConnectorLimits.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddSingleton<IValidateOptions<ConnectorLimits>, ConnectorLimitsValidator>();

        services.AddMetrics();
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.TryAddSingleton<ISendLimiter, SendLimiter>();
        services.TryAddSingleton(provider => IssuerProfiles.Of(provider.GetRequiredService<IOptions<BotOptions>>()));
        services.TryAddSingleton(provider => ClientLinks.Of(provider.GetRequiredService<IOptions<BotOptions>>().Value.Cloud));
        services.AddSingleton<ActivityMetrics>();
        services.AddSingleton<ServiceUrlPolicy>();
        services.AddSingleton<ChannelHttp>();
        services.AddSingleton<FileHosts>();
        services.AddSingleton<FileDownloads>();
        services.AddSingleton<IFileDownloads>(provider => provider.GetRequiredService<FileDownloads>());
        services.AddSingleton<IFileUploads>(provider => provider.GetRequiredService<FileDownloads>());
        services.AddSingleton<ChannelAuthenticator>();
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton(Caller);
        services.AddSingleton(provider => new ChannelProbe(
            provider.GetRequiredService<ChannelAuthenticator>(), () => OwnTokens(provider), provider.GetRequiredService<IssuerProfiles>(),
            provider.GetRequiredService<IOptions<BotOptions>>().Value.Cloud));
        services.AddSingleton<IConnectorClient, ConnectorClient>();
        services.AddSingleton<DoorPolicy>();
        services.AddSingleton(provider => new TurnGate(provider.GetRequiredService<IOptions<BotOptions>>().Value.TurnsAtOnce));
        services.AddSingleton<MessagesEndpoint>();
        services.AddHostedService<SigningKeysWarmUp>();
        services.AddHostedService<LocalModeBinding>();
        services.AddHealthChecks().AddCheck<SigningKeysHealthCheck>("signing-keys", tags: ["ready"]).AddCheck<CredentialHealthCheck>("credential", tags: ["ready"]);
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>; other methods are answered 405.</summary>
    public static IEndpointConventionBuilder MapActivities(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<BotOptions>>().Value;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ActivitiesSetup));
        if (options.LocalMode) Log.LocalModeIsOn(log);
        else if (options.AllowedServiceHosts.Any(host => AllowedHost.Parse(host) is { } parsed && Loopback.IsHost(parsed.Name))) Log.LoopbackServiceHost(log);

        return endpoints.MapPost(Path, services.GetRequiredService<MessagesEndpoint>().Handle);
    }

    /// <summary>Without the cache that instances share: what is tried is this credential, not the one that another instance had.</summary>
    private static ConnectorTokens OwnTokens(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<BotOptions>>(), services.GetRequiredService<ChannelHttp>(), services.GetRequiredService<MachineClock>(), services.GetRequiredService<ILogger<ConnectorTokens>>());

    private static ConnectorCaller Caller(IServiceProvider services) => new(
        services.GetRequiredService<ChannelHttp>(),
        services.GetRequiredService<ServiceUrlPolicy>(),
        services.GetRequiredService<IOptions<BotOptions>>().Value.LocalMode ? null : services.GetRequiredService<ConnectorTokens>(),
        services.GetRequiredService<ISendLimiter>(),
        services.GetRequiredService<MachineClock>(),
        services.GetRequiredService<ActivityMetrics>(),
        services.GetRequiredService<ILogger<ConnectorCaller>>());
}
