namespace InnovationBot.Network.Time;

/// <summary>Something that happens by itself when its time has come: one per due column, swept by one worker.</summary>
public interface IDueWork
{
    /// <summary>
    /// Acts on at most <paramref name="most"/> entities that are due, each in a transaction of its own that re-checks
    /// under the row's lock, so that several instances never act twice.
    /// </summary>
    /// <returns>How many were acted on.</returns>
    Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop);
}
