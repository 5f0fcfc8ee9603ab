namespace InnovationBot.Activities;

/// <summary>Tries the way to the channel before the first user does; nothing is sent to anybody.</summary>
public sealed class ChannelProbe
{
    private readonly ChannelAuthenticator authenticator;
    private readonly Func<ConnectorTokens> tokens;
    private readonly IssuerProfiles profiles;

    internal ChannelProbe(ChannelAuthenticator authenticator, Func<ConnectorTokens> tokens, IssuerProfiles profiles, BotCloud cloud)
    {
        (this.authenticator, this.tokens, this.profiles) = (authenticator, tokens, profiles);
        ConnectorAddress = CloudAddresses.Of(cloud).Connector is { } address ? new(address) : null;
    }

    /// <summary>Where the signing keys come from.</summary>
    public IReadOnlyList<string> KeyAddresses => [.. profiles.All.Select(profile => profile.MetadataAddress)];

    /// <summary>A host that answers go to; which one it is in truth depends on the region and comes with each message. <c>null</c> where none is known beforehand.</summary>
    public Uri? ConnectorAddress { get; }

    /// <returns>Whether the keys that requests are signed with could be loaded.</returns>
    public async Task<bool> LoadsKeys(CancellationToken stop)
    {
        await authenticator.WarmUp(stop);
        return authenticator.IsReady;
    }

    /// <summary>Asks for a token with the credential.</summary>
    /// <returns><c>null</c> when it got one, else why not: the issuer's status and code, or the kind of fault.</returns>
    public async Task<string?> TryToken(CancellationToken stop)
    {
        using var asked = tokens();
        return (await asked.Get(stop)).Token is not null ? null : asked.LastFault ?? "no answer";
    }
}
