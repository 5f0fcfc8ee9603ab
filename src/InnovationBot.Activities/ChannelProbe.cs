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

    /// <returns>Whether the credential gets a token; why not stands in the log.</returns>
    public async Task<bool> GetsToken(CancellationToken stop) => (await tokens().Get(stop)).Token is not null;
}
