namespace InnovationBot.Service.Delivery;

/// <summary>Waits of the workers, by the machine's clock.</summary>
internal static class Waiting
{
    /// <returns>Whether it was done in time.</returns>
    public static async Task<bool> DoneWithin(this Task task, TimeSpan time, TimeProvider clock, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var first = await Task.WhenAny(task, Task.Delay(time, clock, over.Token));
        await over.CancelAsync();
        stop.ThrowIfCancellationRequested();
        return first == task;
    }
}

/// <summary>Pauses while the store does not answer: 0.25 s, doubled up to 5 s.</summary>
internal static class Pauses
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? First : pause * 2 < Longest ? pause * 2 : Longest;
}
