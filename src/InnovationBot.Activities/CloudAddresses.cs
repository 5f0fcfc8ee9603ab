namespace InnovationBot.Activities;

/// <summary>The clouds that Teams runs in, each with its own issuer, token endpoint and clients. US GCC belongs to the public one.</summary>
public enum BotCloud
{
    Public,

    /// <summary>GCC High.</summary>
    UsGov,

    UsGovDoD,

    /// <summary>Operated by 21Vianet.</summary>
    China,
}

/// <summary>All that differs from one cloud to the next; whoever needs an address of the cloud asks here.</summary>
internal sealed record CloudAddresses
{
    /// <summary>OpenID metadata document that names the channel's signing keys (Azure Bot Service docs: authentication with the Bot Connector API).</summary>
    public required string OpenIdMetadata { get; init; }

    /// <summary>The claim <c>iss</c> of the channel's tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where the bot asks for tokens, before the tenant.</summary>
    public required string Login { get; init; }

    /// <summary>The tenant that tokens of old multi-tenant registrations come from.</summary>
    public required string ChannelTenant { get; init; }

    public required string ConnectorScope { get; init; }

    /// <summary>What a federated credential's own token is for (Entra docs: workload identity federation, managed identity as credential).</summary>
    public required string ExchangeScope { get; init; }

    /// <summary>A service URL to start from when no activity has told one yet (Teams docs: send proactive messages); <c>null</c> where none is known beforehand.</summary>
    public required string? Connector { get; init; }

    /// <summary>Ends of service URLs' hosts that this cloud has beside those of the public one and of US Government (the Teams SDK's own list).</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>SharePoint's hosts, in which Teams keeps files.</summary>
    public required IReadOnlyList<string> FileHosts { get; init; }

    /// <summary>Host of the Teams client, for links that open something in it (Teams docs: <c>validMessageOrigins</c> of the client library).</summary>
    public required string TeamsHost { get; init; }

    /// <summary>Host of Outlook on the web (Microsoft 365 docs: addresses and ranges).</summary>
    public required string OutlookHost { get; init; }

    public static CloudAddresses Of(BotCloud cloud) => cloud switch
    {
        BotCloud.UsGov => UsGov,
        BotCloud.UsGovDoD => UsGovDoD,
        BotCloud.China => China,
        _ => Public,
    };

    private static readonly CloudAddresses Public = new()
    {
        OpenIdMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        Issuer = "https://api.botframework.com",
        Login = "https://login.microsoftonline.com",
        ChannelTenant = "botframework.com",
        ConnectorScope = "https://api.botframework.com/.default",
        ExchangeScope = "api://AzureADTokenExchange/.default",
        Connector = ServiceUrls.Public,
        FileHosts = [".sharepoint.com"],
        TeamsHost = "teams.microsoft.com",
        OutlookHost = "outlook.office.com",
    };

    private static readonly CloudAddresses UsGov = new()
    {
        OpenIdMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        Issuer = "https://api.botframework.us",
        Login = "https://login.microsoftonline.us",
        ChannelTenant = "MicrosoftServices.onmicrosoft.us",
        ConnectorScope = "https://api.botframework.us/.default",
        ExchangeScope = "api://AzureADTokenExchangeUSGov/.default",
        Connector = ServiceUrls.GccHigh,
        ServiceHosts = [".botframework.azure.us"],
        FileHosts = [".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.com"],
        TeamsHost = "gov.teams.microsoft.us",
        OutlookHost = "outlook.office365.us",
    };

    private static readonly CloudAddresses UsGovDoD = UsGov with
    {
        Connector = ServiceUrls.Dod,
        TeamsHost = "dod.teams.microsoft.us",
        OutlookHost = "outlook-dod.office365.us",
    };

    private static readonly CloudAddresses China = new()
    {
        OpenIdMetadata = "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        Issuer = "https://api.botframework.azure.cn",
        Login = "https://login.partner.microsoftonline.cn",
        ChannelTenant = "microsoftservices.partner.onmschina.cn",
        ConnectorScope = "https://api.botframework.azure.cn/.default",
        ExchangeScope = "api://AzureADTokenExchangeChina/.default",
        Connector = null,
        ServiceHosts = [".botframework.azure.cn", ".teams.microsoftonline.cn"],
        FileHosts = [".sharepoint.cn"],
        TeamsHost = "teams.microsoftonline.cn",
        OutlookHost = "partner.outlook.cn",
    };
}
