using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using InnovationBot.Testing;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Issuer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Activities.Tests;

/// <summary>The channel layer in a real web server, with a bot of which the test decides.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "72f988bf-0000-41af-91ab-2d7cd011db47";

    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { UseProxy = false });

    private readonly LoopbackServer server;
    private readonly LoopbackConnector? connector;
    private readonly LoopbackIssuer? issuer;

    private BotHost(LoopbackServer server, ScriptedBot bot, LoopbackConnector? connector, LoopbackIssuer? issuer)
    {
        this.server = server;
        Bot = bot;
        this.connector = connector;
        this.issuer = issuer;
    }

    public ScriptedBot Bot { get; }

    public LoopbackConnector Connector => connector ?? throw new InvalidOperationException("This host has no connector.");

    public LoopbackIssuer Issuer => issuer ?? throw new InvalidOperationException("This host has no issuer.");

    public IServiceProvider Services => server.Services;

    public Uri Address => new(server.Address, "api/messages");

    /// <summary>Local mode, with a connector on loopback.</summary>
    public static async Task<BotHost> Local(Action<IServiceCollection>? services = null, params (string Name, string? Value)[] settings) =>
        await Start(await LoopbackConnector.Start(), null, services, [("Bot:LocalMode", "true"), ("Delivery:RequestsPerSecond", "0"), .. settings]);

    /// <summary>As in production, with an issuer and a connector on loopback in Microsoft's place.</summary>
    /// <param name="prepare">Changes the issuer before the bot starts and fetches its keys.</param>
    public static async Task<BotHost> Channel(
        Action<IServiceCollection>? services = null, TimeProvider? clock = null, Action<LoopbackIssuer>? prepare = null, params (string Name, string? Value)[] settings)
    {
        var issuer = await LoopbackIssuer.Start(clock);
        prepare?.Invoke(issuer);
        return await Start(await LoopbackConnector.Start(), issuer, services + Clock(clock), [.. ChannelSettings(issuer), .. settings]);
    }

    public static IEnumerable<(string Name, string? Value)> ChannelSettings(LoopbackIssuer issuer) =>
    [
        ("Bot:AppId", AppId),
        ("Bot:TenantId", Tenant),
        ("Bot:Secret", "s3cret"),
        ("Bot:OpenIdMetadata", issuer.Metadata.AbsoluteUri),
        ("Bot:TokenEndpoint", issuer.TokenEndpoint.AbsoluteUri),
        ("Bot:AllowedServiceHosts:0", "127.0.0.1"),
        ("Delivery:RequestsPerSecond", "0"),
    ];

    /// <summary>A good token for an activity of <see cref="Activities"/> at this host's connector.</summary>
    public string Token(Func<TokenClaims, TokenClaims>? change = null) => Issuer.Token(AppId, Connector.ServiceUrl, change);

    public Task<Answer> Post(JsonNode activity, string? token = null, Action<HttpRequestMessage>? change = null) =>
        Post(activity.ToJsonString(), token, change);

    public async Task<Answer> Post(string body, string? token = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        change?.Invoke(request);
        return await Send(request);
    }

    public static async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, text, response.Content.Headers.ContentType?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        if (connector is not null) await connector.DisposeAsync();
        if (issuer is not null) await issuer.DisposeAsync();
    }

    private static Action<IServiceCollection> Clock(TimeProvider? clock) => services =>
    {
        if (clock is not null) services.AddSingleton(new MachineClock(clock));
    };

    private static async Task<BotHost> Start(
        LoopbackConnector connector, LoopbackIssuer? issuer, Action<IServiceCollection>? services, IEnumerable<(string Name, string? Value)> settings)
    {
        var bot = new ScriptedBot();
        var server = await LoopbackServer.Start(
            application => application.MapActivities(),
            builder =>
            {
                foreach (var (name, value) in settings) builder.Configuration[name] = value;
                builder.Services.AddSingleton<IBot>(bot);
                services?.Invoke(builder.Services);
                builder.Services.AddActivities(builder.Configuration);
            });
        return new BotHost(server, bot, connector, issuer);
    }
}

internal sealed record Answer(int Status, string Body, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}
