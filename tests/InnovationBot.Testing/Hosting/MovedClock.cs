namespace InnovationBot.Testing.Hosting;

/// <summary>
/// The network's time in a test of the whole service: begins at ten on a working morning everywhere and moves on, faster when told to.
/// Timers run by the machine's clock, so that pauses between tries end.
/// </summary>
public sealed class MovedClock : TimeProvider
{
    /// <summary>Monday 8 March 2027, 09:00 UTC.</summary>
    public static readonly DateTimeOffset Begin = new(2027, 3, 8, 9, 0, 0, TimeSpan.Zero);

    private long offset = (Begin - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
