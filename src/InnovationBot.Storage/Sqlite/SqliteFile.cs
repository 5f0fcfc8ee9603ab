using Microsoft.Data.Sqlite;

namespace InnovationBot.Storage.Sqlite;

/// <summary>The database file: how it is opened, by the object mapper and by hand alike.</summary>
internal sealed class SqliteFile
{
    public SqliteFile(string connectionString)
    {
        var asked = new SqliteConnectionStringBuilder(connectionString);
        if (asked.Mode == SqliteOpenMode.Memory || asked.DataSource is "" or ":memory:")
        {
            throw new StoreException(StoreProblem.Unknown, "A database in memory would forget the network at every stop; name a file after 'Data Source='.");
        }

        asked.DataSource = Path.GetFullPath(asked.DataSource);
        asked.ForeignKeys = true;
        asked.Pooling = false; // connections live as long as the pooled contexts and sessions that hold them
        Location = asked.DataSource;
        ConnectionString = asked.ToString();
    }

    public string Location { get; }

    public string ConnectionString { get; }

    /// <summary>Bytes the write-ahead log may keep on disk after a burst.</summary>
    private const int LargestIdleLog = 64 * 1024 * 1024;

    /// <summary>Four times the engine's own: while thousands of messages leave, it would stop every writer several times a second, and write the same pages each time.</summary>
    private const int PagesBetweenCheckpoints = 4_000;

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            Open(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a connection once, for good: the object mapper leaves open what it finds open, and so prepares it neither per
    /// query nor per turn.
    /// </summary>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public static void Open(SqliteConnection connection)
    {
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();

            // secure_delete: what was erased is overwritten, and not only forgotten in a free page.
            // NORMAL: a commit is in the operating system's hands when it returns, so it outlives this process, if not a
            // power cut; docs/decisions/0006-sqlite-durability.md weighs that.
            settings.CommandText = $"PRAGMA busy_timeout = {SqliteWriteGate.Patience.TotalMilliseconds:0}; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = {LargestIdleLog}; PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints};";
            settings.ExecuteNonQuery();
        }
        catch (SqliteException e) when (SqliteFaults.Of(e) is { } fault)
        {
            throw fault;
        }
    }
}
