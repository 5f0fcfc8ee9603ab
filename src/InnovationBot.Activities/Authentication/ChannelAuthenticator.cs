using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InnovationBot.Activities;

/// <summary>A token that holds by itself; what it says about the activity is still to be compared (<see cref="ChannelAuthenticator.Compare"/>).</summary>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>; <c>null</c> in an emulator's token.</param>
internal sealed record ChannelToken(SigningKey Key, string? ServiceUrl, bool IsEmulator);

/// <summary>
/// Decides whether a request comes from a channel (Azure Bot Service docs: authentication, connector to bot). The unverified issuer only
/// selects the profile; everything else is believed after the signature. Fails closed: without keys nobody gets in.
/// </summary>
internal sealed class ChannelAuthenticator : IDisposable
{
    private const int MaxTokenLength = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenLength };
    private readonly Dictionary<IssuerProfile, SigningKeyCache> caches;
    private readonly IssuerProfiles profiles;
    private readonly MachineClock clock;
    private readonly string appId;

    public ChannelAuthenticator(
        IssuerProfiles profiles, IOptions<BotOptions> options, ChannelHttp http, MachineClock clock, ILogger<ChannelAuthenticator> log)
    {
        this.profiles = profiles;
        this.clock = clock;
        appId = options.Value.AppId ?? "";
        caches = profiles.All.ToDictionary(profile => profile, profile => new SigningKeyCache(profile.MetadataAddress, http, clock, log));
    }

    public bool IsReady => caches.Values.All(cache => cache.IsLoaded);

    public bool KeysAreTooOld => caches.Values.Any(cache => cache.IsTooOld);

    public async Task WarmUp(CancellationToken stop)
    {
        foreach (var cache in caches.Values) await cache.Current(stop);
    }

    public async ValueTask<(ChannelToken? Token, AuthenticationRefusal Refusal)> Authenticate(StringValues authorization, CancellationToken stop)
    {
        if (authorization.Count == 0) return (null, AuthenticationRefusal.NoHeader);
        if (authorization.Count > 1 || authorization[0] is not { } header || !header.StartsWith("Bearer ", StringComparison.Ordinal))
            return (null, AuthenticationRefusal.MalformedHeader);
        if (header.Length - 7 > MaxTokenLength) return (null, AuthenticationRefusal.TokenTooLong);

        var raw = header[7..];
        if (raw.Length == 0 || raw.Contains(' ', StringComparison.Ordinal)) return (null, AuthenticationRefusal.MalformedHeader);
        if (Read(raw) is not { } jwt) return (null, AuthenticationRefusal.MalformedToken);

        if (profiles.Find(jwt.Issuer) is not { } profile) return (null, AuthenticationRefusal.UnknownIssuer);
        if (!Algorithms.Contains(jwt.Alg, StringComparer.Ordinal)) return (null, AuthenticationRefusal.Algorithm);
        if (string.IsNullOrEmpty(jwt.Kid)) return (null, AuthenticationRefusal.UnknownKey);

        var cache = caches[profile];
        if (await cache.Current(stop) is not { } keys) return (null, AuthenticationRefusal.KeysUnavailable);
        if (!keys.Keys.TryGetValue(jwt.Kid, out var key)
            && (await cache.Newer(keys, stop))?.Keys.TryGetValue(jwt.Kid, out key) is not true) return (null, AuthenticationRefusal.UnknownKey);
        if (!key!.IsValidAt(clock.Now)) return (null, AuthenticationRefusal.ExpiredKey);

        var refusal = await Validate(jwt, profile, key);
        if (refusal != AuthenticationRefusal.None) return (null, refusal);
        if (profile.IsEmulator && !IsOwnApp(jwt)) return (null, AuthenticationRefusal.CallerApp);
        return (new ChannelToken(key, profile.IsEmulator ? null : Claim(jwt, "serviceurl"), profile.IsEmulator), AuthenticationRefusal.None);
    }

    /// <summary>Compares what the token vouches for with what the activity says.</summary>
    public static AuthenticationRefusal Compare(ChannelToken token, Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ServiceUrl)) return AuthenticationRefusal.ServiceUrlMissing;
        if (token.IsEmulator) return AuthenticationRefusal.None;
        if (!token.Key.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal)) return AuthenticationRefusal.Endorsement;
        return string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? AuthenticationRefusal.None
            : AuthenticationRefusal.ServiceUrlClaim;
    }

    public void Dispose()
    {
        foreach (var cache in caches.Values) cache.Dispose();
    }

    private static JsonWebToken? Read(string raw)
    {
        if (raw.AsSpan().Count('.') != 2) return null; // five parts would be an encrypted token
        try
        {
            return new JsonWebToken(raw);
        }
        catch (Exception malformed) when (malformed is not OutOfMemoryException)
        {
            return null; // the reader meets a stranger's bytes; whatever it trips over, this is no token
        }
    }

    private async ValueTask<AuthenticationRefusal> Validate(JsonWebToken jwt, IssuerProfile profile, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidIssuers = profile.Issuers,
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            AudienceValidator = (audiences, _, _) => audiences.Any(audience => string.Equals(audience, appId, StringComparison.OrdinalIgnoreCase)),
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        });
        return result.IsValid ? AuthenticationRefusal.None : result.Exception switch
        {
            SecurityTokenInvalidAudienceException => AuthenticationRefusal.Audience,
            SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException
                or SecurityTokenNoExpirationException => AuthenticationRefusal.Lifetime,
            SecurityTokenInvalidIssuerException => AuthenticationRefusal.UnknownIssuer,
            _ => AuthenticationRefusal.Signature,
        };
    }

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = clock.Now.UtcDateTime;
        return from is { } start && until is { } end && start - Skew <= now && end + Skew >= now;
    }

    /// <summary>An Entra token names the app that asked for it by version: <c>appid</c> in 1.0, <c>azp</c> in 2.0.</summary>
    private bool IsOwnApp(JsonWebToken jwt)
    {
        var caller = Claim(jwt, "ver") switch
        {
            "1.0" or "" => Claim(jwt, "appid"),
            "2.0" => Claim(jwt, "azp"),
            _ => null,
        };
        return string.Equals(caller, appId, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Claim(JsonWebToken jwt, string name) => jwt.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
