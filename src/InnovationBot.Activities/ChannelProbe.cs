using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>Tries the way to the channel before the first user does; nothing is sent to anybody.</summary>
public sealed class ChannelProbe
{
    private readonly ChannelAuthenticator authenticator;
    private readonly Func<ConnectorTokens> tokens;
    private readonly IssuerProfiles profiles;

    internal ChannelProbe(ChannelAuthenticator authenticator, Func<ConnectorTokens> tokens, IssuerProfiles profiles) =>
        (this.authenticator, this.tokens, this.profiles) = (authenticator, tokens, profiles);

    /// <summary>Where the signing keys come from.</summary>
    public IReadOnlyList<string> KeyAddresses => [.. profiles.All.Select(profile => profile.MetadataAddress)];

    /// <returns>Whether the keys that requests are signed with could be loaded.</returns>
    public async Task<bool> LoadsKeys(CancellationToken stop)
    {
        await authenticator.WarmUp(stop);
        return authenticator.IsReady;
    }

    /// <summary>Asks for a token with the credential.</summary>
    /// <returns><c>null</c> when it got one, else why not: the issuer's status and code, or the kind of fault.</returns>
    public async Task<string?> TryToken(CancellationToken stop) =>
        tokens() is var asked && (await asked.Get(stop)).Token is not null ? null : asked.LastFault ?? "no answer";
}
