using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Delivery;

internal static class DeliveryServices
{
    /// <summary>Sends what the outbox holds. Needs the store, the network, the channel and the conversation's notices.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDeliverySettings(configuration);
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<ChannelHold>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RetrySchedule>(provider, Random.Shared));
        services.AddSingleton<NoticeRoute>();
        services.AddSingleton<NoticeSender>();
        services.AddSingleton<DeliveredNotices>();
        services.AddSingleton<NoticesInHand>();
        services.AddSingleton<DeliveryLedger>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    public static IServiceCollection AddDeliverySettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
    }
}
