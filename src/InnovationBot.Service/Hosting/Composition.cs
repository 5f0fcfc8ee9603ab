using InnovationBot.Activities;
using InnovationBot.Conversation.Cases.Anywhere;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.People.Invitations;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using InnovationBot.Search;
using InnovationBot.Service.Clockwork;
using InnovationBot.Service.Delivery;
using InnovationBot.Service.Events;
using InnovationBot.Service.Health;
using InnovationBot.Service.Links;
using InnovationBot.Service.Options;
using InnovationBot.Service.People;
using InnovationBot.Service.People.Sync;
using InnovationBot.Service.Transfer;
using InnovationBot.Service.Watching;
using InnovationBot.Storage;
using InnovationBot.Storage.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Hosting;

/// <summary>Which parts make which program.</summary>
internal static class Composition
{
    /// <summary>The network with its store and search: all that a command needs beside a running service.</summary>
    /// <param name="indexFolder"><c>null</c> = an index of its own, in memory.</param>
    public static IServiceCollection AddInnovationNetwork(
        this IServiceCollection services, IConfiguration configuration, Installation installation, string? indexFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<NetworkOptions>().Bind(configuration.GetSection(NetworkOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NetworkOptions>, NetworkOptionsValidator>();
        services.AddStore(installation.ConnectionString(configuration));
        AddRedis(services, configuration, StoreServices.Engine(installation.ConnectionString(configuration)));
        services.AddNetwork();
        services.AddDrawnCards();
        services.AddModels(configuration);
        AddDirectory(services, configuration);
        services.AddSearch(new SearchOptions { Folder = indexFolder, LanguagePack = installation.LanguagePack });
        return services;
    }

    /// <summary>Groups of a directory, where an app is named that may read them.</summary>
    private static void AddDirectory(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        var options = configuration.GetSection(GraphOptions.Section).Get<GraphOptions>() ?? new();
        if (!options.IsOn || new GraphOptionsValidator().Validate(null, options).Failed) return;
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.AddSingleton<IDirectoryGroups>(provider => ActivatorUtilities.CreateInstance<GraphGroups>(provider, options));
    }

    /// <summary>The bot itself: its door, what it says, whom it knows, and the workers.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServiceSettings(configuration);
        services.AddActivities(configuration);
        services.AddConversation();

        services.AddSingleton<MemberCache>();
        services.AddSingleton<FirstContact>();
        services.AddSingleton<FileWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<FileWorker>());
        services.AddSingleton<IRecordFiles, DroppedRecordFiles>();
        services.AddSingleton<ISenders, Senders>();
        services.AddHostedService<MemberCacheFollower>();
        services.AddSingleton<ServiceAddresses>();
        services.AddSingleton<IOneTimeLinks, OneTimeLinks>();
        services.AddSingleton<IInvitationFiles, InvitationFiles>();
        services.AddSingleton<ICalendarAddresses, TalkCalendarAddresses>();
        services.AddSingleton<CaseLinks>();
        services.AddSingleton<ICaseLinks>(provider => provider.GetRequiredService<CaseLinks>());
        services.LimitTurns();

        services.AddDelivery(configuration);
        services.AddScoped<IDueWork, EditEventCards>();
        services.AddSingleton<IEventLinks, EventLinks>();
        services.AddClockwork();
        if (services.Any(service => service.ServiceType == typeof(ISendBudget))) services.AddSingleton<ISharedLimit, SharedLimit>();

        services.AddWatching(configuration);
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddSingleton<SearchHealth>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchHealth>());
        services.AddHealthChecks()
            .AddCheck<Draining>("accepting", tags: ["ready"])
            .AddCheck<SearchHealth>("search", tags: ["ready"])
            .AddCheck<StoreHealth>("store", tags: ["ready"]);
        if (services.Any(service => service.ServiceType == typeof(IRedisState))) services.AddHealthChecks().AddCheck<RedisHealth>("redis", tags: ["ready"]);
        return services;
    }

    /// <summary>How the service itself runs, checked as at its start: also for who only checks.</summary>
    public static IServiceCollection AddServiceSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ServiceOptions>().Bind(configuration.GetSection(ServiceOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        services.AddOptions<WelcomeOptions>().Bind(configuration.GetSection(WelcomeOptions.Section)).ValidateOnStart();
        return services;
    }

    /// <summary>What cannot be read is told when the settings are validated; until then there is none.</summary>
    private static void AddRedis(IServiceCollection services, IConfiguration configuration, StoreEngine engine)
    {
        services.AddOptions<RedisOptions>().Bind(configuration.GetSection(RedisOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        if (configuration.GetSection(RedisOptions.Section).Get<RedisOptions>() is { ConnectionString: { Length: > 0 } address } redis && new RedisOptionsValidator().Validate(null, redis).Succeeded)
            services.AddRedis(new RedisAddress(address, redis.KeyPrefix), engine);
    }

    /// <summary>Puts <see cref="TurnLimit"/> before the bot that the conversation registered.</summary>
    private static void LimitTurns(this IServiceCollection services)
    {
        var bot = services.Last(service => service.ServiceType == typeof(IBot));
        services.Remove(bot);
        services.AddSingleton(bot.ImplementationType!);
        services.AddSingleton<IBot>(provider => ActivatorUtilities.CreateInstance<TurnLimit>(provider, provider.GetRequiredService(bot.ImplementationType!)));
    }
}
