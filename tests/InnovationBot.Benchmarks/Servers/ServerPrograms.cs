using System.Net;
using InnovationBot.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>The servers that are measured, or measured against, each run in a process of its own until its standard input ends.</summary>
internal static class ServerPrograms
{
    public const string Bare = "bare";
    public const string Echo = "echo";
    public const string Connector = "connector";
    public const string Deliveries = "deliveries";

    public static async Task<int> Run(string name, IReadOnlyList<string> arguments)
    {
        if (name == Deliveries)
        {
            await DeliveringService.Run(arguments[0], arguments.Skip(1));
            return 0;
        }

        await using var application = name switch
        {
            Bare => Build(_ => { }, BareEndpoint.Map),
            Echo => Build(AddEchoBot, application => application.MapActivities()),
            Connector => Build(_ => { }, BareConnector.Map),
            _ => throw new ArgumentException($"No server '{name}'.", nameof(name)),
        };
        await application.StartAsync();
        await Listen(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return 0;
    }

    /// <summary>Says where, and waits until whoever started this hangs up.</summary>
    public static async Task Listen(string address)
    {
        await Console.Error.WriteLineAsync($"It listens on {address}");
        await Console.In.ReadToEndAsync();
    }

    /// <summary>The same bare host for all: Kestrel, routing and nothing else.</summary>
    private static WebApplication Build(Action<WebApplicationBuilder> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        configure(builder);
        var application = builder.Build();
        map(application);
        return application;
    }

    private static void AddEchoBot(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Bot:LocalMode"] = "true", ["Delivery:RequestsPerSecond"] = "0" });
        builder.Services.AddLogging();
        builder.Services.AddActivities(builder.Configuration);
        builder.Services.AddSingleton<IBot, EchoBot>();
    }

    /// <summary>Says what it hears.</summary>
    private sealed class EchoBot : IBot
    {
        public async ValueTask<InvokeResponse?> OnTurn(TurnContext turn, CancellationToken stop)
        {
            if (turn.Activity.Type == ActivityTypes.Message) await turn.Send(Activity.Message(turn.Activity.Text ?? ""), stop);
            return null;
        }
    }
}
