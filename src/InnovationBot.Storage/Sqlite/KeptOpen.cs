using System.Data;
using Microsoft.Data.Sqlite;

namespace InnovationBot.Storage.Sqlite;

/// <summary>
/// A connection that a pooled context keeps: the object mapper closes its connection after each use, and opening one costs
/// more than a query. Closed all the same when a transaction was left open on it, since that would go on. The functions the
/// mapper adds for decimals and regular expressions are not there; the model has neither.
/// </summary>
internal sealed class KeptOpen(string connectionString) : SqliteConnection(connectionString)
{
    private bool isDisposing;

    public override void Close()
    {
        var isIdle = State is ConnectionState.Open && SQLitePCL.raw.sqlite3_get_autocommit(Handle) != 0;
        if (isDisposing || !isIdle) base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        isDisposing = true;
        base.Dispose(disposing);
    }
}
