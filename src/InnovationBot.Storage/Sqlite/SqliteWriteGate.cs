using System.Collections.Concurrent;

namespace InnovationBot.Storage.Sqlite;

/// <summary>
/// Lets the writers of this process queue for a file's write lock in order of arrival and without holding a thread. SQLite's
/// own waiting polls with growing pauses, unfairly, and blocks the thread; it remains for the writers of other processes.
/// </summary>
internal sealed class SqliteWriteGate() : SemaphoreSlim(1, 1)
{
    /// <summary>Longer than any transaction of this program; whoever waits longer is told that the store is busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, SqliteWriteGate> Gates = new();

    /// <summary>The one gate of a file, like the lock it stands before; what is in memory has no other writers.</summary>
    public static SqliteWriteGate Of(string path) => path.Length == 0 ? new SqliteWriteGate() : Gates.GetOrAdd(Path.GetFullPath(path), _ => new SqliteWriteGate());

    /// <exception cref="StoreException"><see cref="StoreProblem.Busy"/> after <see cref="Patience"/>.</exception>
    public async ValueTask<IDisposable> Enter(CancellationToken stop) =>
        await WaitAsync(Patience, stop) ? new Turn(this) : throw SqliteFaults.Busy(null);

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
