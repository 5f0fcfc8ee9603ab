using InnovationBot.Activities;
using InnovationBot.Service.Events;
using InnovationBot.Service.Health;
using InnovationBot.Service.Links;
using InnovationBot.Service.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Hosting;

/// <summary>Puts the rooms together into one web application. Nothing of the framework's defaults is taken that is not named here.</summary>
internal static class ServiceHost
{
    /// <summary>Turns and deliveries under way have this long to end at a stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of a request's body before the server itself closes the connection; the door's own bound is lower.</summary>
    private const long LargestBody = 2 * 1024 * 1024;

    public static WebApplication Build(Installation installation, ServiceExtension extension)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ServiceHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory,
        });
        installation.AddTo(builder.Configuration);
        extension.Configure(builder);
        UnreadableSettings.Refuse(builder.Configuration);

        var started = new Started();
        AddLogging(builder, started);
        AddServer(builder);
        builder.Services.AddInnovationNetwork(builder.Configuration, installation, installation.IndexFolder);
        builder.Services.AddBot(builder.Configuration);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Patience + TimeSpan.FromMinutes(5)); // draining included

        var application = builder.Build();
        Map(application);
        application.Lifetime.ApplicationStarted.Register(() => started.Is = true);
        return application;
    }

    private static void AddLogging(WebApplicationBuilder builder, Started started)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));

        // Why a start failed is said once, in a sentence, by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started.Is && level >= LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace); // standard output is for results

        // Unless set: the time of day for whoever looks on, the whole instant for a program that collects lines.
        builder.Services.PostConfigure<SimpleConsoleFormatterOptions>(simple => simple.TimestampFormat ??= "HH:mm:ss ");
        builder.Services.PostConfigure<JsonConsoleFormatterOptions>(json =>
        {
            json.UseUtcTimestamp |= json.TimestampFormat is null;
            json.TimestampFormat ??= "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
    }

    private static void AddServer(WebApplicationBuilder builder)
    {
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;

            // Endpoints and certificates as ASP.NET Core reads them; never in local mode, which listens on loopback alone.
            if (!kestrel.ApplicationServices.GetRequiredService<IOptions<BotOptions>>().Value.LocalMode)
                kestrel.Configure(context.Configuration.GetSection("Kestrel"));
        });
    }

    private static void Map(WebApplication application)
    {
        var services = application.Services;
        var bot = services.GetRequiredService<IOptions<BotOptions>>().Value;
        var listening = Listening.Of(application.Configuration, bot, services.GetRequiredService<IOptions<ServiceOptions>>().Value);
        foreach (var address in listening.Addresses) application.Urls.Add(address);
        foreach (var unknown in KnownSettings.Unknown(application.Configuration)) Log.UnknownSetting(application.Logger, unknown);

        if (services.GetRequiredService<IOptions<ServiceOptions>>().Value.PathBase is { Length: > 0 } pathBase)
        {
            application.UsePathBase(pathBase);
            application.UseRouting(); // else routes are looked for before the path is taken away
        }

        application.UseHealthAnswers(services.GetRequiredService<HealthCheckService>(), listening.OperationsPort);
        application.MapActivities();
        application.MapOneTimeLinks();
        application.MapCaseLinks();
        application.MapTalkCalendar();
        application.MapCalendars();
    }

    private sealed class Started
    {
        public volatile bool Is;
    }
}
