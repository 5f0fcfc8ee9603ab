using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>Who may sign a request, and how its tokens are checked.</summary>
/// <param name="MetadataAddress">OpenID metadata document that names the signing keys.</param>
/// <param name="Issuers">Exact values of the claim <c>iss</c>.</param>
/// <param name="IsEmulator">Entra tokens for the bot's own app: no endorsements and no service URL in them, but the caller's app id.</param>
internal sealed record IssuerProfile(string MetadataAddress, IReadOnlyList<string> Issuers, bool IsEmulator);

/// <summary>The profiles of this installation (Azure Bot Service docs: authentication with the Bot Connector API).</summary>
internal sealed record IssuerProfiles(IReadOnlyList<IssuerProfile> All)
{
    private const string GovernmentTenant = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";

    /// <summary>Tenants that issue the emulator's tokens: protocol 3.1, 3.2, and a newer one of the SDK.</summary>
    private static readonly string[] EmulatorTenants =
        ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"];

    public static IssuerProfiles Of(IOptions<BotOptions> options)
    {
        var bot = options.Value;
        if (bot.LocalMode) return new IssuerProfiles([]);

        var profiles = new List<IssuerProfile> { Channel(bot) };
        if (bot.AllowEmulatorTokens) profiles.Add(Emulator(bot));
        return new IssuerProfiles(profiles);
    }

    public IssuerProfile? Find(string issuer)
    {
        foreach (var profile in All)
        {
            if (profile.Issuers.Contains(issuer, StringComparer.Ordinal)) return profile;
        }

        return null;
    }

    private static IssuerProfile Channel(BotOptions bot)
    {
        var cloud = CloudAddresses.Of(bot.Cloud);
        var replaced = bot.Cloud == BotCloud.Public && !string.IsNullOrWhiteSpace(bot.OpenIdMetadata) ? bot.OpenIdMetadata : null;
        return new(replaced ?? cloud.OpenIdMetadata, [cloud.Issuer], false);
    }

    private static IssuerProfile Emulator(BotOptions bot)
    {
        var government = bot.Cloud is BotCloud.UsGov or BotCloud.UsGovDoD;
        var host = government ? "https://login.microsoftonline.us" : "https://login.microsoftonline.com";
        string[] known = government ? [GovernmentTenant, EmulatorTenants[1]] : EmulatorTenants;
        var tenants = string.IsNullOrWhiteSpace(bot.TenantId) ? known : known.Append(bot.TenantId);
        return new IssuerProfile(
            $"{host}/{(government ? GovernmentTenant : "common")}/v2.0/.well-known/openid-configuration",
            [.. tenants.SelectMany(tenant => new[] { $"https://sts.windows.net/{tenant}/", $"{host}/{tenant}/v2.0" })],
            true);
    }
}
