namespace InnovationBot.Activities;

/// <summary>
/// Several limits of the form "n in any stretch of t", all exact except the hour's, which is a bucket that holds half of it and is refilled with
/// the other half: never more than the hour allows, and one number instead of 1,800.
/// </summary>
internal sealed class SlidingLimit
{
    private readonly record struct Window(int Count, long Ticks);

    private static readonly Window[] Conversation =
    [
        new(7, TimeSpan.TicksPerSecond),
        new(8, 2 * TimeSpan.TicksPerSecond),
        new(60, 30 * TimeSpan.TicksPerSecond),
    ];

    private const int HourBurst = 900;
    private const long HourStep = TimeSpan.TicksPerHour / HourBurst;

    private readonly Window[] windows;
    private readonly bool hasHour;
    private readonly Lock gate = new();
    private long[] slots = [];
    private int first;
    private int count;
    private long hourFullAt;
    private long pausedUntil;
    private bool isRetired;

    private SlidingLimit(Window[] windows, bool hasHour)
    {
        this.windows = windows;
        this.hasHour = hasHour;
    }

    /// <summary>
    /// So many in any second, spread over it: a tenth of them may go at once. What is late on its way then meets few others, where a whole
    /// second's calls at once would meet the next second's.
    /// </summary>
    /// <param name="perSecond">0 = none; then only <see cref="Pause"/> counts.</param>
    public static SlidingLimit OfTenant(int perSecond, TimeSpan second)
    {
        if (perSecond == 0) return new([], hasHour: false);
        var atOnce = Math.Max(1, perSecond / 10);
        return new([new(atOnce, second.Ticks * atOnce / perSecond), new(perSecond, second.Ticks)], hasHour: false);
    }

    public static SlidingLimit OfConversation(bool isLimited) => new(isLimited ? Conversation : [], isLimited);

    /// <summary>The first moment, from <paramref name="earliest"/> on, that no limit forbids; it is taken with this call.</summary>
    /// <returns><c>false</c> when this limit was forgotten meanwhile.</returns>
    public bool TryReserve(long earliest, out long slot)
    {
        lock (gate)
        {
            slot = Math.Max(earliest, pausedUntil);
            if (isRetired) return false;
            if (count > 0) slot = Math.Max(slot, At(count - 1)); // nobody overtakes
            foreach (var window in windows)
            {
                if (count >= window.Count) slot = Math.Max(slot, At(count - window.Count) + window.Ticks);
            }

            if (hasHour)
            {
                slot = Math.Max(slot, hourFullAt - ((HourBurst - 1) * HourStep));
                hourFullAt = Math.Max(hourFullAt, slot) + HourStep;
            }

            Remember(slot);
            return true;
        }
    }

    public void Pause(long until)
    {
        lock (gate)
        {
            pausedUntil = Math.Max(pausedUntil, until);
        }
    }

    /// <summary>Ends this limit if it no longer holds anybody back.</summary>
    public bool TryRetire(long now)
    {
        lock (gate)
        {
            var longest = windows.Length > 0 ? windows[^1].Ticks : 0;
            isRetired = pausedUntil <= now && hourFullAt <= now && (count == 0 || At(count - 1) + longest <= now);
            return isRetired;
        }
    }

    private long At(int index) => slots[(first + index) % slots.Length];

    private void Remember(long slot)
    {
        if (windows.Length == 0) return;
        if (count == windows[^1].Count)
        {
            first = (first + 1) % slots.Length;
            count--;
        }
        else if (count == slots.Length)
        {
            var larger = new long[Math.Min(Math.Max(4, slots.Length * 2), windows[^1].Count)];
            for (var i = 0; i < count; i++) larger[i] = At(i);
            (slots, first) = (larger, 0);
        }

        slots[(first + count++) % slots.Length] = slot;
    }
}
