using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Search.Meaning;
using InnovationBot.Service.Demo.Acting;
using InnovationBot.Service.Demo.Clock;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Demo;

/// <summary>What a demo adds to the service: local mode, a clock that can be moved, one person who plays everybody, the sample network.</summary>
/// <param name="isPackOffered">That there is no language pack was just said, with how to make one.</param>
internal sealed class DemoSetup(DemoFolder folder, DemoClock clock, ChatKind chat, bool isPackOffered = false)
{
    public ServiceExtension Extension => new(Configure, LoadSample);

    /// <summary>A demo is local and plays in its own store, whatever else is set; its log keeps quiet unless told otherwise.</summary>
    public IReadOnlyDictionary<string, string?> Settings(IReadOnlyDictionary<string, string?> given)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Logging:LogLevel:Default"] = chat == ChatKind.Terminal ? "Error" : "Warning", // between two answers a log reads like one
            [$"Logging:LogLevel:{typeof(ActivitiesSetup).FullName}"] = "Error", // that local mode is on is no news here
        };
        if (isPackOffered) settings[$"Logging:LogLevel:{typeof(ILanguagePackState).Namespace}"] = "Error";
        foreach (var (name, value) in given) settings[name] = value;
        settings["Bot:LocalMode"] = "true";
        settings["Store:ConnectionString"] = folder.ConnectionString;
        return settings;
    }

    private void Configure(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Rehearsal>();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(clock);
        var played = new PlayedMembers(canWrite: chat != ChatKind.Terminal);
        services.AddSingleton(played);
        services.AddSingleton<IActingAs>(played);
        services.AddSingleton<IDeliveryDetour>(played);
        services.AddSingleton<MemberDirectory>();
        services.AddSingleton<Tray>();
        services.AddSingleton<TrayNews>();
        services.AddSingleton<DueNow>();
        services.AddSingleton<MoveClock>();
        services.AddSingleton<ViewAs>();
        services.AddScoped<ITextInterceptor, DemoWords>();
        if (chat != ChatKind.Terminal) services.AddHostedService<TrayNewsWorker>();
        services.AddHttpClient();
    }

    private static async Task LoadSample(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SampleNetwork>(scope.ServiceProvider).Load(stop);
        await services.GetRequiredService<Tray>().News(stop); // what waits from an earlier run is no news
    }
}
