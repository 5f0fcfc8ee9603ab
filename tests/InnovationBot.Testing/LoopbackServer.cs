using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Testing;

/// <summary>A real web server on a free port of 127.0.0.1.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private LoopbackServer(WebApplication application, Uri address)
    {
        this.application = application;
        Address = address;
    }

    /// <summary>Ends in a slash.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => application.Services;

    /// <param name="address">Where to listen; for tests of what happens beyond loopback.</param>
    public static async Task<LoopbackServer> Start(
        Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null, string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Parse(address), 0));
        configure?.Invoke(builder);
        var application = builder.Build();
        map(application);
        try
        {
            await application.StartAsync();
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        var bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new LoopbackServer(application, new Uri(bound));
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();
}
