namespace InnovationBot.Network.Turns;

/// <summary>
/// Runs a turn again when somebody else was faster (<see cref="NetworkDb.IsLostRace"/>), or the store broke off and doing it twice is harmless: at most five times in all, with a
/// growing, random pause, so that those who collided do not collide again, and never after <see cref="Patience"/>.
/// </summary>
public sealed class RetryLostRace(TimeProvider clock)
{
    public const int MostAttempts = 5;

    /// <summary>Whoever lost after so long waited for a lock, and nobody waits for the turn any more: Teams hangs up after 15 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The first pause is up to this, each further one up to twice the one before.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <param name="attempt">A whole run with a store context of its own: what a failed one has tracked is of no use.</param>
    /// <param name="isLostRace">Whether another run may go better; anything else is thrown at once, and so is the fifth lost race.</param>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> attempt, Func<Exception, bool> isLostRace, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await attempt(stop);
            }
            catch (Exception lost) when (tried < MostAttempts && clock.GetElapsedTime(began) < Patience && isLostRace(lost))
            {
                var most = FirstPause * Math.Pow(2, tried - 1);
                await Task.Delay(most * (0.2 + 0.8 * Random.Shared.NextDouble()), clock, stop);
            }
        }
    }
}
