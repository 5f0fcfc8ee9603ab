namespace InnovationBot.Service.Transfer;

/// <summary>
/// Keeps a long series of short transactions from taking the store for itself: whoever waits for SQLite's lock in another
/// process asks for it only now and then, a tenth of a second apart at most, so between two of ours it is free as long as it was taken.
/// </summary>
internal static class WritingPace
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    public static async Task<T> Keep<T>(Func<Task<T>> write, CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        var result = await write();
        var taken = TimeProvider.System.GetElapsedTime(started);
        await Task.Delay(taken < Least ? Least : taken > Most ? Most : taken, TimeProvider.System, stop);
        return result;
    }

    /// <summary>Before asking again whether another import has ended.</summary>
    public static Task Pause(CancellationToken stop) => Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, stop);
}
