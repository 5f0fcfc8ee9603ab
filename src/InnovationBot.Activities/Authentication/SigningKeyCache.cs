using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Activities;

/// <summary>
/// The signing keys of one issuer. Loaded at start, again every 12 h, and once more for a key nobody knows, but no oftener than every
/// five minutes: a stranger's tokens must not make us hammer the issuer. When loading fails the last good keys stay in use.
/// </summary>
internal sealed class SigningKeyCache(string metadataAddress, ChannelHttp http, MachineClock clock, ILogger log) : IDisposable
{
    internal static readonly TimeSpan Refresh = TimeSpan.FromHours(12);
    internal static readonly TimeSpan ForcedFloor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstLoadFloor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim loading = new(1);
    private SigningKeySet? keys;
    private DateTimeOffset? lastTry;
    private DateTimeOffset? lastForced;

    public bool IsLoaded => Volatile.Read(ref keys) is not null;

    /// <summary>The keys are in use although they should have been renewed long ago.</summary>
    public bool IsTooOld => Volatile.Read(ref keys) is { } current && clock.Now - current.LoadedAt > TooOld;

    /// <returns><c>null</c> when the keys were never loaded and cannot be now.</returns>
    public ValueTask<SigningKeySet?> Current(CancellationToken stop)
    {
        if (Volatile.Read(ref keys) is not { } current) return Load(set => set is null, FirstLoadFloor, stop);
        if (clock.Now - current.LoadedAt >= Refresh)
            _ = Load(set => set == current, ForcedFloor, CancellationToken.None).AsTask(); // the old keys serve meanwhile; Load does not throw

        return ValueTask.FromResult<SigningKeySet?>(current);
    }

    /// <summary>For a key id that <paramref name="known"/> lacks: newer keys if there are any.</summary>
    public async ValueTask<SigningKeySet?> Newer(SigningKeySet known, CancellationToken stop)
    {
        await loading.WaitAsync(stop);
        try
        {
            if (keys != known || (lastForced is { } forced && clock.Now - forced < ForcedFloor)) return keys;
            lastForced = clock.Now;
            await Download();
            return keys;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private async ValueTask<SigningKeySet?> Load(Func<SigningKeySet?, bool> wanted, TimeSpan floor, CancellationToken stop)
    {
        await loading.WaitAsync(stop);
        try
        {
            if (!wanted(keys) || (lastTry is { } tried && clock.Now - tried < floor)) return keys;
            await Download();
            return keys;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task Download()
    {
        lastTry = clock.Now;
        try
        {
            using var metadata = JsonDocument.Parse(await http.GetDocument(new Uri(metadataAddress)));
            var address = metadata.RootElement.GetProperty("jwks_uri").GetString();
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !BotOptionsValidator.IsSafe(uri)) throw new JsonException("jwks_uri is no https address.");
            Volatile.Write(ref keys, SigningKeySet.Parse(await http.GetDocument(uri), clock.Now));
            Log.SigningKeysLoaded(log, keys!.Keys.Count);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or KeyNotFoundException or InvalidOperationException or OperationCanceledException)
        {
            if (IsTooOld) Log.SigningKeysTooOld(log, fault.GetType().Name);
            else Log.SigningKeysUnavailable(log, fault.GetType().Name);
        }
    }
}
