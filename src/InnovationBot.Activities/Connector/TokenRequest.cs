using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InnovationBot.Activities;

/// <summary>What is posted to the token endpoint (OAuth 2.0 client credentials), by secret, certificate, or a managed identity as federated credential.</summary>
internal sealed class TokenRequest
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly BotOptions options;
    private readonly MachineClock clock;
    private readonly CloudAddresses cloud;
    private readonly ManagedIdentityCredential? identity;

    public TokenRequest(BotOptions options, MachineClock clock)
    {
        this.options = options;
        this.clock = clock;
        var tenant = string.IsNullOrWhiteSpace(options.TenantId) ? null : Uri.EscapeDataString(options.TenantId);
        cloud = CloudAddresses.Of(options.Cloud);
        Endpoint = new Uri(string.IsNullOrWhiteSpace(options.TokenEndpoint) ? $"{cloud.Login}/{tenant ?? cloud.ChannelTenant}/oauth2/v2.0/token" : options.TokenEndpoint);
        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId))
            identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId));
    }

    public Uri Endpoint { get; }

    /// <summary>The registration is the managed identity itself (bot type UserAssignedMSI): its token is the connector's.</summary>
    public bool UsesOwnIdentity =>
        identity is not null && string.Equals(options.ManagedIdentityClientId, options.AppId, StringComparison.OrdinalIgnoreCase);

    public async Task<AccessToken> OwnIdentityToken(CancellationToken stop) => await identity!.GetTokenAsync(new TokenRequestContext([cloud.ConnectorScope]), stop);

    public async Task<IReadOnlyList<KeyValuePair<string, string>>> Form(CancellationToken stop)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("grant_type", "client_credentials"),
            new("client_id", options.AppId ?? ""),
            new("scope", cloud.ConnectorScope),
        };
        if (!string.IsNullOrWhiteSpace(options.Secret))
        {
            form.Add(new("client_secret", options.Secret));
            return form;
        }

        form.Add(new("client_assertion_type", AssertionType));
        form.Add(new("client_assertion", identity is null
            ? CertificateAssertion()
            : (await identity.GetTokenAsync(new TokenRequestContext([cloud.ExchangeScope]), stop)).Token));
        return form;
    }

    /// <summary>Signed anew for each request (Entra docs: certificate credentials); the file is read each time, so it can be exchanged in place.</summary>
    private string CertificateAssertion()
    {
        using var certificate = Load(options.CertificatePath!);
        var now = clock.Now.UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.AppId,
            Audience = Endpoint.AbsoluteUri,
            Claims = new Dictionary<string, object> { ["sub"] = options.AppId ?? "", ["jti"] = Guid.NewGuid().ToString() },
            NotBefore = now.AddMinutes(-1),
            IssuedAt = now,
            Expires = now.AddMinutes(9),
            SigningCredentials = new X509SigningCredentials(certificate, SecurityAlgorithms.RsaSha256)
            {
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false }, // the certificate is disposed at once
            },
        });
    }

    private static X509Certificate2 Load(string path) =>
        File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, null);
}

/// <summary>The numbers by which Entra names an error, for the log; its sentences may hold names.</summary>
internal static class EntraError
{
    public static string CodeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return "unknown";
            if (json.RootElement.TryGetProperty("error_codes"u8, out var codes) && codes.ValueKind == JsonValueKind.Array)
            {
                foreach (var code in codes.EnumerateArray())
                {
                    if (code.ValueKind == JsonValueKind.Number) return $"AADSTS{code.GetRawText()}";
                }
            }

            return json.RootElement.TryGetProperty("error"u8, out var error) && error.ValueKind == JsonValueKind.String
                ? ConnectorError.Tame(error.GetString()) ?? "unknown"
                : "unknown";
        }
        catch (JsonException)
        {
            return "unknown";
        }
    }
}
