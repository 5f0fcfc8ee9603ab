using InnovationBot.Network.People.Privacy;
using Microsoft.Data.Sqlite;

namespace InnovationBot.Storage.Sqlite;

/// <summary>
/// Writes the write-ahead log back into the file and empties it. Until then it holds pages as they were before the erasure, for as long as it takes
/// to write some thousand others: weeks, in a quiet network.
/// </summary>
internal sealed class SqliteTraces(SqliteFile file) : IStoreTraces
{
    /// <summary>For readers and writers of other processes; this one's writers wait at the gate. Whoever reads longer leaves the log to the next erasure or stop.</summary>
    private const int PatienceMilliseconds = 3_000;

    public async Task Sweep(CancellationToken stop)
    {
        try
        {
            using var turn = await SqliteWriteGate.Of(file.Location).Enter(stop);
            await using var connection = file.Open();
            await using var emptied = connection.CreateCommand();
            emptied.CommandText = $"PRAGMA busy_timeout = {PatienceMilliseconds}; PRAGMA wal_checkpoint(TRUNCATE);";
            await emptied.ExecuteNonQueryAsync(stop);
        }
        catch (Exception busy) when (busy is SqliteException or StoreException)
        {
            // the log is emptied by the next erasure, or when the store is closed
        }
    }
}
