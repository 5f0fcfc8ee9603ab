using System.Globalization;
using System.Runtime.ExceptionServices;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>The clockwork ends what is kept long enough; how much of which kind is a line of the audit log.</summary>
public sealed class ApplyRetention(NetworkDb db, IEnumerable<IRetention> kinds, SettingsInForce settings) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var (all, kept) = (0, await settings.Now(stop));
        ExceptionDispatchInfo? failure = null;
        foreach (var kind in kinds)
        {
            try
            {
                var ended = await kind.Delete(now - kept[kind.Kind], most, now, stop);
                if (ended == 0) continue;
                db.AuditEvents.Add(AuditEvent.Of(AuditAct.RetentionApplied, null, null, now, string.Create(CultureInfo.InvariantCulture, $"{Vocabulary.Write(kind.Kind)} {ended}")));
                await db.SaveChangesAsync(stop);
                all += ended;
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                failure ??= ExceptionDispatchInfo.Capture(failed); // of one kind; the others end all the same
            }
        }

        failure?.Throw();
        return all;
    }
}

/// <summary>What would go at once if each kind were kept so long: an administrator looks before changing it. Deletes nothing.</summary>
public sealed class PreviewRetention(NetworkDb db, IEnumerable<IRetention> kinds, TimeProvider clock)
{
    /// <param name="days">As for <see cref="ChangeSettings.Set(IReadOnlyDictionary{Kept, int?}, MemberId, CancellationToken)"/>.</param>
    /// <returns>In the order in which the kinds are declared.</returns>
    public async Task<Result<IReadOnlyDictionary<Kept, int>>> Handle(IReadOnlyDictionary<Kept, int?> days, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        if (SettingsRefusals.Of(days) is { } wrong) return wrong;

        var (now, counted) = (clock.GetUtcNow(), new Dictionary<Kept, int>());
        foreach (var kind in kinds.OrderBy(one => one.Kind))
            if (days.GetValueOrDefault(kind.Kind) is { } kept) counted[kind.Kind] = await kind.Count(now.AddDays(-kept), stop);
        return counted;
    }
}
