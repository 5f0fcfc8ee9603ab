using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Clockwork;

internal static class ClockworkServices
{
    /// <summary>Sweeps every registered due work, and what the store may forget. Needs the network, its store and the channel's clock.</summary>
    public static IServiceCollection AddClockwork(this IServiceCollection services)
    {
        services.AddHostedService<ClockworkWorker>();
        services.AddHostedService<Upkeep>();
        return services;
    }
}
