namespace InnovationBot.Activities;

/// <summary>Section <c>Bot</c> of the settings; checked at start (<see cref="BotOptionsValidator"/>).</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The bot's Entra app id; required outside local mode.</summary>
    public string? AppId { get; set; }

    /// <summary>The bot's home tenant; without it tokens come from the Bot Framework's own tenant (old multi-tenant registrations).</summary>
    public string? TenantId { get; set; }

    /// <summary>Client secret. Exactly one of this, <see cref="CertificatePath"/> and <see cref="ManagedIdentityClientId"/> is required outside local mode.</summary>
    public string? Secret { get; set; }

    /// <summary>PEM file with certificate and key, or PKCS #12 without password. Read again at each renewal of the token, so it can be exchanged in place.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>A user-assigned managed identity: a federated credential of the app, or, when equal to <see cref="AppId"/>, the bot's own identity.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Ids of the tenants whose people may talk to the bot, <see cref="TenantId"/> only if it is among them; none = <see cref="TenantId"/>. In local mode none = all.</summary>
    public List<string> AllowedTenants { get; } = [];

    /// <summary>Replaces the public channel's OpenID metadata address, not its issuer. https, or loopback.</summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Replaces the token endpoint. https, or loopback.</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>
    /// Hosts beside the pinned ones that may be a service URL: <c>host</c>, <c>host:port</c>, or <c>.suffix</c> (not for loopback).
    /// Such a host may resolve to a private address. <c>localhost</c>, <c>127.0.0.1</c> and <c>[::1]</c> may also use http and any port, and then must resolve to this machine.
    /// </summary>
    public List<string> AllowedServiceHosts { get; } = [];

    /// <summary>
    /// Hosts beside SharePoint's that files in chats are fetched from, over https: <c>host</c>, <c>host:port</c>, or <c>.suffix</c>. Such a host
    /// may resolve to a private address. In local mode files come from this machine alone.
    /// </summary>
    public List<string> AllowedFileHosts { get; } = [];

    /// <summary>No tokens in or out, for trying the bot on one machine: only callers and service URLs on loopback. Refused together with an app id or a credential; default off, never implied.</summary>
    public bool LocalMode { get; set; }

    /// <summary>Accepts Entra tokens of this bot's own app, as the Bot Framework Emulator sends; default off.</summary>
    public bool AllowEmulatorTokens { get; set; }

    /// <summary>Whose Teams: Public, UsGov (GCC High), UsGovDoD or China (21Vianet); default the public cloud, also for US GCC. Sign-in, channel, files and links to people's own Teams and Outlook follow it.</summary>
    public BotCloud Cloud { get; set; }

    /// <summary>Turns that may run at once; above it a request is answered 503. 1 to 100,000, default 1,000.</summary>
    public int TurnsAtOnce { get; set; } = 1_000;
}

/// <summary>Section <c>Delivery</c> of the settings, as far as the connector is concerned.</summary>
public sealed class ConnectorLimits
{
    public const string Section = "Delivery";

    /// <summary>Calls to the connector a second and tenant, 0 to 10,000; default 25 (Teams docs: rate limits, 50 an app and tenant, 30 in older editions). 0 = no limit, per conversation neither: for tests and benchmarks.</summary>
    public int RequestsPerSecond { get; set; } = 25;
}
