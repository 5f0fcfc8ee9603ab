using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities;

/// <summary>A token for the connector, ready to be attached.</summary>
internal sealed record ConnectorToken(AuthenticationHeaderValue Header, DateTimeOffset ExpiresAt);

/// <summary>
/// The bot's own token. Fetched once for all who wait, renewed five minutes before its end while the old one still serves. After a refusal
/// nobody asks again for a minute: wrong credentials do not get right by asking. Nothing of a token, secret or assertion is logged.
/// </summary>
internal sealed class ConnectorTokens(IOptions<BotOptions> options, ChannelHttp http, MachineClock clock, ILogger<ConnectorTokens> log) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(5);

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

    /// <summary>The connector did not accept this token; the next one who asks gets another.</summary>
    public void Drop(ConnectorToken refused) => Interlocked.CompareExchange(ref token, null, refused);

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
            if (request.UsesOwnIdentity)
            {
                var own = await request.OwnIdentityToken(timeout.Token);
                Keep(own.Token, own.ExpiresOn - clock.Now);
                return;
            }

            using var response = await http.PostForm(request.Endpoint, await request.Form(timeout.Token), timeout.Token);
            var body = await BoundedBody.Read(response, 64 * 1024, timeout.Token) ?? ReadOnlyMemory<byte>.Empty;
            if (response.IsSuccessStatusCode) Read(body);
            else Refuse((int)response.StatusCode, body, RetryAfter.Of(response, clock.Now));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // network, managed identity, certificate file, or an answer that is none: nothing was sent, so the call can come again
            Log.TokenEndpointUnavailable(log, fault.GetType().Name);
            notBefore = clock.Now + AfterOutage;
        }
    }

    private void Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        var seconds = json.RootElement.GetProperty("expires_in");
        var lifetime = seconds.ValueKind == JsonValueKind.String ? int.Parse(seconds.GetString()!, null) : seconds.GetInt32();
        Keep(json.RootElement.GetProperty("access_token").GetString() ?? throw new JsonException("No token."), TimeSpan.FromSeconds(lifetime));
    }

    private void Keep(string value, TimeSpan lifetime) =>
        Volatile.Write(ref token, new ConnectorToken(new AuthenticationHeaderValue("Bearer", value), clock.Now + lifetime));

    private void Refuse(int status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var isOutage = status is 429 or >= 500;
        notBefore = clock.Now + (retryAfter ?? (isOutage ? AfterOutage : AfterRefusal));
        Log.TokenRefused(log, status, EntraError.CodeOf(body));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
