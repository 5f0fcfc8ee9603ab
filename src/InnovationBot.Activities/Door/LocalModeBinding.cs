using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>
/// Stops the start when the local mode, in which nobody proves who they are, listens where other machines can reach it. Their requests are
/// refused one by one as well; but who binds so has mistaken what the mode is for.
/// </summary>
internal sealed class LocalModeBinding(IOptions<BotOptions> options, IServer? server = null) : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">The server listens beyond loopback.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = options.Value.LocalMode ? server?.Features.Get<IServerAddressesFeature>()?.Addresses : null;
        foreach (var address in addresses ?? [])
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Loopback.Is(uri))
                throw new InvalidOperationException($"Bot:LocalMode only listens on loopback, not on {address}. Use http://localhost and a port.");
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
