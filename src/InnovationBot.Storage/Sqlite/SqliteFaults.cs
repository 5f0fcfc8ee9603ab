using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InnovationBot.Storage.Sqlite;

/// <summary>Turns SQLite's error codes into the one exception of the store, wherever a command fails.</summary>
internal sealed class SqliteFaults : DbCommandInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData)
    {
        if (Of(eventData.Exception) is { } fault) throw fault;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        Of(eventData.Exception) is { } fault ? Task.FromException(fault) : Task.CompletedTask;

    /// <returns><c>null</c> for what is no fault of the store: a constraint, a wrong statement.</returns>
    public static StoreException? Of(Exception thrown) => thrown is not SqliteException e ? null : e.SqliteErrorCode switch
    {
        5 or 6 => Busy(e), // SQLITE_BUSY, SQLITE_LOCKED
        13 => new(StoreProblem.Full, "The disk that holds the database is full. Nothing of the last change was stored; make space and try again.", e),
        11 => new(StoreProblem.Damaged, "The database file is damaged. Stop the bot and restore the latest backup.", e),
        26 => new(StoreProblem.Damaged, "The file named by the connection string is not an SQLite database.", e),
        3 or 8 => new(StoreProblem.NotWritable, "The database file, or the folder it is in, may not be written by the account this program runs as.", e), // PERM, READONLY
        14 => new(StoreProblem.NotWritable, "The database file cannot be opened. Its folder must exist and be writable by the account this program runs as.", e),
        10 => new(StoreProblem.Damaged, "The disk that holds the database reports an error. Check the disk before anything else.", e), // IOERR
        _ => null,
    };

    public static StoreException Busy(Exception? inner) => new(
        StoreProblem.Busy, $"Another writer has held the database for more than {SqliteWriteGate.Patience.TotalSeconds:0} seconds. Nothing of this change was stored.", inner);
}
