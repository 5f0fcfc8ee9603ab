using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Network.Settings;

/// <summary>
/// The settings as they are now, kept in memory until somebody changes one: this process forgets them at once, others when they
/// read the <see cref="Outbox.ChangedKind.Settings"/> line of the change sequence.
/// </summary>
public sealed class SettingsInForce(IServiceScopeFactory scopes, IOptions<NetworkOptions> defaults)
{
    private NetworkSettings? kept;
    private int version;

    public ValueTask<NetworkSettings> Now(CancellationToken stop) =>
        Volatile.Read(ref kept) is { } settings ? ValueTask.FromResult(settings) : new(Read(stop));

    /// <summary>Somebody changed a setting: the next look reads the store.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref version);
        Volatile.Write(ref kept, null);
    }

    private async Task<NetworkSettings> Read(CancellationToken stop)
    {
        var readAt = Volatile.Read(ref version);
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Settings.AsNoTracking()
            .Select(s => new KeyValuePair<string, string>(s.Key, s.Value)).ToListAsync(stop);
        var settings = new NetworkSettings(rows, defaults.Value);
        Volatile.Write(ref kept, settings);
        if (readAt != Volatile.Read(ref version)) Volatile.Write(ref kept, null); // changed while it was read
        return settings;
    }
}
