namespace InnovationBot.Service.Transfer;

/// <summary>Wakes the one who waits: a call ends the wait, one that came before it too. What was waited for in vain takes no later call away.</summary>
internal sealed class Knock
{
    private TaskCompletionSource called = Uncalled();

    public void Call() => Volatile.Read(ref called).TrySetResult();

    /// <summary>Until a call, all that came so far counting as one, or for so long. Whoever waits looks at everything afterwards.</summary>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken stop)
    {
        var call = called.Task;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(call, Task.Delay(most, clock, over.Token));
        await over.CancelAsync();
        stop.ThrowIfCancellationRequested();
        if (call.IsCompleted) Volatile.Write(ref called, Uncalled());
    }

    private static TaskCompletionSource Uncalled() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
