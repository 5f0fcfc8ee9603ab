using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InnovationBot.Testing.Issuer;

/// <summary>
/// What the Bot Framework's and Entra's login hosts are to a bot: OpenID metadata, signing keys with endorsements, and a token endpoint,
/// on a free port of loopback. Mints good tokens and every kind of bad one.
/// </summary>
public sealed class LoopbackIssuer : IAsyncDisposable
{
    public const string ChannelIssuer = "https://api.botframework.com";

    /// <summary>Making a key takes long, and no issuer minds that another publishes the same.</summary>
    private static readonly IssuerKey First = IssuerKey.New();

    private readonly TimeProvider clock;
    private LoopbackServer? server;
    private int metadataRequests;
    private int keyRequests;
    private int issued;

    private LoopbackIssuer(TimeProvider clock) => this.clock = clock;

    /// <summary>For <c>Bot:OpenIdMetadata</c>.</summary>
    public Uri Metadata => new(Server.Address, "v1/.well-known/openidconfiguration");

    /// <summary>For <c>Bot:TokenEndpoint</c>.</summary>
    public Uri TokenEndpoint => new(Server.Address, "oauth2/v2.0/token");

    /// <summary>The keys published now; change the list to roll over.</summary>
    public List<IssuerKey> Keys { get; } = [First];

    /// <summary>Takes the place of the metadata document when set.</summary>
    public Func<IResult>? MetadataAnswer { get; set; }

    /// <summary>Takes the place of the key document when set.</summary>
    public Func<IResult>? KeysAnswer { get; set; }

    /// <summary>Takes the place of the token when set.</summary>
    public Func<IResult>? TokenAnswer { get; set; }

    /// <summary>Seconds that an issued token lives.</summary>
    public int TokenLifetime { get; set; } = 3600;

    public int MetadataRequests => Volatile.Read(ref metadataRequests);

    public int KeyRequests => Volatile.Read(ref keyRequests);

    /// <summary>The forms posted to the token endpoint, in order.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> TokenRequests { get; } = new();

    private LoopbackServer Server => server ?? throw new InvalidOperationException("Not started.");

    /// <param name="clock">By which tokens are minted; the machine's unless given.</param>
    public static async Task<LoopbackIssuer> Start(TimeProvider? clock = null)
    {
        var issuer = new LoopbackIssuer(clock ?? TimeProvider.System);
        issuer.server = await LoopbackServer.Start(issuer.Map);
        return issuer;
    }

    /// <summary>A good channel token as it stands in the header, without <c>Bearer</c>; <paramref name="change"/> makes it a bad one.</summary>
    public string Token(string appId, string serviceUrl, Func<TokenClaims, TokenClaims>? change = null)
    {
        var now = clock.GetUtcNow();
        var claims = new TokenClaims
        {
            Issuer = ChannelIssuer,
            Audience = appId,
            ServiceUrl = serviceUrl,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddMinutes(59),
            KeyId = Keys[0].Id,
            SignedBy = Keys[0].Rsa,
        };
        return (change?.Invoke(claims) ?? claims).ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    private void Map(WebApplication application)
    {
        application.MapGet("v1/.well-known/openidconfiguration", () =>
        {
            Interlocked.Increment(ref metadataRequests);
            return MetadataAnswer?.Invoke() ?? Json(new JsonObject
            {
                ["issuer"] = ChannelIssuer,
                ["jwks_uri"] = new Uri(Server.Address, "v1/.well-known/keys").AbsoluteUri,
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            });
        });
        application.MapGet("v1/.well-known/keys", () =>
        {
            Interlocked.Increment(ref keyRequests);
            return KeysAnswer?.Invoke() ?? Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.Published())]) });
        });
        application.MapPost("oauth2/v2.0/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            TokenRequests.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
            return TokenAnswer?.Invoke() ?? Json(new JsonObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = TokenLifetime,
                ["access_token"] = $"issued-{Interlocked.Increment(ref issued)}",
            });
        });
    }

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");
}
