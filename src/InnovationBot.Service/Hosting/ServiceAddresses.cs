using InnovationBot.Activities;
using InnovationBot.Service.Options;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Hosting;

/// <summary>Where this service is reached, once it has started.</summary>
internal sealed class ServiceAddresses(IServer server, IOptions<ServiceOptions> service, IOptions<BotOptions> bot)
{
    /// <summary>The bot's own address on this machine.</summary>
    public Uri Local
    {
        get
        {
            var bound = BindingAddress.Parse(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
            var host = bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : bound.Host;
            return new Uri($"{bound.Scheme}://{host}:{bound.Port}");
        }
    }

    /// <summary>Where people's browsers reach it; <c>null</c> when that is not configured.</summary>
    public Uri? Public =>
        service.Value.PublicUrl is { Length: > 0 } configured ? new Uri(configured)
        : bot.Value.LocalMode ? Local
        : null;
}
