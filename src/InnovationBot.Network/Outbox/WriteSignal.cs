namespace InnovationBot.Network.Outbox;

/// <summary>
/// Wakes whoever follows a table of the store when this process has committed to it. Only a hint: what other processes
/// write is found by asking every now and then.
/// </summary>
public abstract class WriteSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done at the next commit. Take it before reading the store, so that nothing is missed between reading and waiting.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Called at each commit of this process, for whoever tells the others; must not wait.</summary>
    public Action? Told { get; set; }

    /// <summary>This process has committed.</summary>
    public void Raise()
    {
        Wake();
        Told?.Invoke();
    }

    /// <summary>Another process has committed, and said so.</summary>
    public void Wake() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}

/// <summary>Notices were written.</summary>
public sealed class NoticesWritten : WriteSignal;

/// <summary>Lines of the change sequence were written.</summary>
public sealed class ChangesWritten : WriteSignal;
