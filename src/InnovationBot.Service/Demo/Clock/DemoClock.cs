using System.Text.Json;

namespace InnovationBot.Service.Demo.Clock;

/// <summary>
/// The network's time while it is tried out: the machine's, moved ahead by whoever plays. Timers run by the machine's clock. What was
/// reached is kept in a file, so that a later run never falls behind what the store already holds.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private readonly TimeProvider machine;
    private readonly string file;
    private readonly Lock moving = new();
    private long offsetTicks;

    private DemoClock(TimeProvider machine, string file, TimeSpan offset)
    {
        this.machine = machine;
        this.file = file;
        offsetTicks = offset.Ticks;
    }

    /// <summary>
    /// The first start is at ten on a working morning: today's, or the next one's. A later start goes on from where the clock
    /// was; outside working time it moves ahead to the next working morning, so that nothing waits for Monday.
    /// </summary>
    /// <param name="file">Read if it is there, else made.</param>
    public static DemoClock Start(TimeProvider machine, string file)
    {
        var now = machine.GetUtcNow();
        var begin = Kept.Read(file) is { } kept ? WorkingMorning.From(Later(now + kept.Offset, kept.Reached)) : WorkingMorning.Of(now);
        var clock = new DemoClock(machine, file, begin - now);
        clock.Keep();
        return clock;
    }

    /// <summary>The same time for a command that is run beside the demo, so that what it makes is not due hours later there.</summary>
    /// <returns><c>null</c> when there is no such file.</returns>
    public static TimeProvider? Beside(TimeProvider machine, string file) => Kept.Read(file) is { } kept ? new DemoClock(machine, file, kept.Offset) : null;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <param name="by">Not negative: what happened in the store cannot happen later than now.</param>
    public void MoveAhead(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (moving)
        {
            Interlocked.Add(ref offsetTicks, by.Ticks);
            Keep();
        }
    }

    /// <summary>Notes how far the clock came; done at the end of a run and whenever it is moved.</summary>
    public void Keep()
    {
        lock (moving) new Kept(TimeSpan.FromTicks(offsetTicks), GetUtcNow()).Write(file);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Kept(TimeSpan Offset, DateTimeOffset Reached)
    {
        /// <returns><c>null</c> when there is none, or none that can be read.</returns>
        public static Kept? Read(string file)
        {
            try
            {
                return File.Exists(file) ? JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(file), JsonSerializerOptions.Web) : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        /// <summary>Whole or not at all, whenever the process ends.</summary>
        public void Write(string file)
        {
            File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));
            File.Move(file + ".new", file, overwrite: true);
        }
    }
}
