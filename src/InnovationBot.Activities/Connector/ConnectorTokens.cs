using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>A token for the connector, ready to be attached.</summary>
internal sealed record ConnectorToken(AuthenticationHeaderValue Header, DateTimeOffset ExpiresAt);

/// <summary>
/// The bot's own token. Fetched once for all who wait, renewed five minutes before its end while the old one still serves. After a refusal
/// nobody asks again for a minute: wrong credentials do not get right by asking. Nothing of a token, secret or assertion is logged.
/// </summary>
internal sealed class ConnectorTokens(IOptions<BotOptions> options, ChannelHttp http, MachineClock clock, ILogger<ConnectorTokens> log, HybridCache? cache = null) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(5);

    private static readonly HybridCacheEntryOptions LookOnly = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCache };

    /// <summary>Instances share one token.</summary>
    private readonly string key = $"connector-token:{options.Value.AppId}:{options.Value.TenantId}";

    private readonly TokenRequest request = new(options.Value, clock);
    private readonly SemaphoreSlim fetching = new(1);
    private ConnectorToken? token;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private int renewing;

    /// <returns>A token, or how long to wait before asking again.</returns>
    public async ValueTask<(ConnectorToken? Token, TimeSpan RetryAfter)> Get(CancellationToken stop)
    {
        if (Usable() is { } current)
        {
            if (current.ExpiresAt - RenewBefore <= clock.Now) RenewBeside();
            return (current, default);
        }

        await fetching.WaitAsync(stop);
        try
        {
            if (Usable() is null && clock.Now >= notBefore) await Fetch();
            return Usable() is { } fetched ? (fetched, default) : (null, Max(notBefore - clock.Now, TimeSpan.FromSeconds(1)));
        }
        finally
        {
            fetching.Release();
        }
    }

    /// <summary>Why the last one who asked got none: a status with the issuer's code, or the kind of fault. Never a secret. None once there is one again.</summary>
    public string? LastFault { get; private set; }

    /// <summary>Somebody asked and there is none, so that nobody can be answered.</summary>
    public bool IsLacking => LastFault is not null && Usable() is null;

    /// <summary>The connector did not accept this token; the next one who asks gets another.</summary>
    public void Drop(ConnectorToken refused)
    {
        if (Interlocked.CompareExchange(ref token, null, refused) == refused && cache is not null) _ = cache.RemoveAsync(key).AsTask().ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    public void Dispose() => fetching.Dispose();

    private ConnectorToken? Usable() => Volatile.Read(ref token) is { } current && current.ExpiresAt > clock.Now ? current : null;

    private void RenewBeside()
    {
        if (clock.Now < notBefore || Interlocked.Exchange(ref renewing, 1) == 1) return;
        _ = Renew();

        async Task Renew()
        {
            await fetching.WaitAsync();
            try
            {
                if (Usable() is not { } current || current.ExpiresAt - RenewBefore <= clock.Now) await Fetch();
            }
            finally
            {
                fetching.Release();
                Volatile.Write(ref renewing, 0);
            }
        }
    }

    private async Task Fetch()
    {
        using var timeout = new CancellationTokenSource(Timeout, clock.Time);
        try
        {
            if (await Shared(timeout.Token)) return;
            if (request.UsesOwnIdentity)
            {
                var own = await request.OwnIdentityToken(timeout.Token);
                Keep(own.Token, own.ExpiresOn - clock.Now);
                await Share(timeout.Token);
                return;
            }

            using var response = await http.PostForm(request.Endpoint, await request.Form(timeout.Token), timeout.Token);
            var body = await BoundedBody.Read(response, 64 * 1024, timeout.Token) ?? ReadOnlyMemory<byte>.Empty;
            if (response.IsSuccessStatusCode)
            {
                Read(body);
                await Share(timeout.Token);
            }
            else Refuse((int)response.StatusCode, body, RetryAfter.Of(response, clock.Now));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // network, managed identity, certificate file, or an answer that is none: nothing was sent, so the call can come again
            LastFault = fault.GetType().Name;
            Log.TokenEndpointUnavailable(log, LastFault);
            notBefore = clock.Now + AfterOutage;
        }
    }

    /// <summary>Takes the token that another instance fetched, while it serves long enough.</summary>
    private async Task<bool> Shared(CancellationToken stop)
    {
        if (cache is null) return false;
        string? kept;
        try
        {
            kept = await cache.GetOrCreateAsync(key, static _ => ValueTask.FromResult<string?>(null), LookOnly, cancellationToken: stop);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return false; // a cache that is away must not keep anybody from the token endpoint
        }

        if (kept is null) return false;
        var parts = kept.Split(' ');
        if (parts.Length != 2 || !long.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var until)) return false;
        var left = DateTimeOffset.FromUnixTimeSeconds(until) - clock.Now;
        if (left <= RenewBefore) return false;
        Keep(parts[1], left);
        return true;
    }

    private async Task Share(CancellationToken stop)
    {
        if (cache is null || Usable() is not { } fetched || fetched.ExpiresAt - clock.Now - RenewBefore is var left && left <= TimeSpan.Zero) return;
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{fetched.ExpiresAt.ToUnixTimeSeconds()} {fetched.Header.Parameter}");
        try
        {
            await cache.SetAsync(key, text, new HybridCacheEntryOptions { Expiration = left, Flags = HybridCacheEntryFlags.DisableLocalCache }, cancellationToken: stop);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            // then each instance fetches its own
        }
    }

    private void Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        var seconds = json.RootElement.GetProperty("expires_in");
        var lifetime = seconds.ValueKind == JsonValueKind.String ? int.Parse(seconds.GetString()!, null) : seconds.GetInt32();
        Keep(json.RootElement.GetProperty("access_token").GetString() ?? throw new JsonException("No token."), TimeSpan.FromSeconds(lifetime));
    }

    private void Keep(string value, TimeSpan lifetime)
    {
        Volatile.Write(ref token, new ConnectorToken(new AuthenticationHeaderValue("Bearer", value), clock.Now + lifetime));
        LastFault = null;
    }

    private void Refuse(int status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var isOutage = status is 429 or >= 500;
        notBefore = clock.Now + (retryAfter ?? (isOutage ? AfterOutage : AfterRefusal));
        var code = EntraError.CodeOf(body);
        LastFault = $"{status} {code}";
        Log.TokenRefused(log, status, code);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
