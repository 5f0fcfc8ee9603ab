namespace InnovationBot.Activities;

/// <summary>
/// The machine's own clock, for tokens, limits and timeouts. Apart from the <see cref="TimeProvider"/> that the network lives by, which a
/// demonstration may move by days.
/// </summary>
public sealed record MachineClock(TimeProvider Time)
{
    public DateTimeOffset Now => Time.GetUtcNow();
}
