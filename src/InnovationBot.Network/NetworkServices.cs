using System.Reflection;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using InnovationBot.Network.Transfer;
using InnovationBot.Network.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InnovationBot.Network;

public static class NetworkServices
{
    /// <summary>
    /// Registers every use case, rule and due work of the network, scoped as the store is. The host adds a
    /// <see cref="NetworkDb"/>, a <see cref="ISearch"/> and a <see cref="TimeProvider"/>, and binds <see cref="NetworkOptions"/>.
    /// </summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddOptions<NetworkOptions>()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.DefaultZone, out _), "Network:DefaultZone is no time zone that this machine knows.")
            .ValidateOnStart();
        services.TryAddSingleton<LexicalConcreteness>();
        services.TryAddSingleton<IConcreteness>(provider => provider.GetRequiredService<LexicalConcreteness>());
        services.TryAddSingleton<ICalendarAddresses, NoCalendarAddresses>();
        services.TryAddSingleton<IDrawnBroadcasts, NoDrawnBroadcasts>();
        services.TryAddSingleton<IDirectoryGroups, NoDirectoryGroups>();
        services.TryAddSingleton<RetryLostRace>();
        services.TryAddSingleton(provider => new RehearseForgetting(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<IEmptyStore>()));
        services.TryAddSingleton<Problems.Phrasing.ModelBudget>();
        services.TryAddSingleton<SettingsInForce>();
        services.TryAddSingleton(provider => new Lazy<ISearch>(provider.GetRequiredService<ISearch>)); // for parts that search rarely: a command does not read the lexicon for nothing
        services.TryAddScoped<IStagedLines, StagedLines>();
        foreach (var part in Parts()) Add(services, part);
        return services;
    }

    private static void Add(IServiceCollection services, Type part)
    {
        services.TryAddScoped(part);
        foreach (var role in new[] { typeof(IDueWork), typeof(IDelivered), typeof(IPersonalData), typeof(IRetention) }.Where(role => role.IsAssignableFrom(part)))
        {
            services.AddScoped(role, provider => provider.GetRequiredService(part));
        }
    }

    /// <summary>
    /// The parts of the network: public classes whose one constructor asks for nothing but the store, the clock, options,
    /// ports and other parts. Nobody has to keep a list of use cases.
    /// </summary>
    internal static IReadOnlyCollection<Type> Parts()
    {
        var candidates = typeof(NetworkServices).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type != typeof(RetryLostRace) && type != typeof(SettingsInForce))
            .Select(type => (Type: type, Asks: type.GetConstructors()))
            .Where(one => one.Asks is [var only] && only.GetParameters().Length > 0)
            .ToDictionary(one => one.Type, one => one.Asks[0].GetParameters());

        // Whoever asks for something that is no part is none either; until nothing changes any more.
        while (candidates.FirstOrDefault(one => !one.Value.All(IsGiven)).Key is { } other) candidates.Remove(other);
        return candidates.Keys;

        bool IsGiven(ParameterInfo asked) => asked.ParameterType is var type
            && (type == typeof(NetworkDb) || type == typeof(TimeProvider) || type == typeof(IOptions<NetworkOptions>) || type == typeof(SettingsInForce) || type == typeof(LexicalConcreteness) || type == typeof(Lazy<ISearch>)
                || (type.IsInterface && type.Assembly == typeof(NetworkServices).Assembly)
                || type == typeof(IEnumerable<IPersonalData>) || type == typeof(IEnumerable<IStoreTraces>) || type == typeof(IEnumerable<IRetention>) || candidates.ContainsKey(type));
    }
}
