using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace InnovationBot.Storage.Sqlite;

/// <summary>
/// Connections with the statements prepared on them, for the few that are run thousands of times a second. A session is
/// used by one caller at a time.
/// </summary>
internal sealed class SqliteSessions(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SqliteWriteGate gate = SqliteWriteGate.Of(file.Location);
    private volatile bool disposed;

    public T Read<T>(Func<SqliteSession, T> work)
    {
        var session = Take();
        try
        {
            return work(session);
        }
        catch (SqliteException e) when (SqliteFaults.Of(e) is { } fault)
        {
            throw fault;
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction, as the only writer.</summary>
    public async Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        return Read(session =>
        {
            session.Command("BEGIN IMMEDIATE").ExecuteNonQuery();
            try
            {
                var result = work(session);
                session.Command("COMMIT").ExecuteNonQuery();
                return result;
            }
            catch
            {
                if (session.InTransaction) session.Command("ROLLBACK").ExecuteNonQuery();
                throw;
            }
        });
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var session)) session.Dispose();
    }

    private SqliteSession Take()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return idle.TryTake(out var session) ? session : new SqliteSession(file.Open());
    }

    private void Return(SqliteSession session)
    {
        idle.Add(session);
        if (disposed) Dispose();
    }
}

internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    /// <summary>Some errors roll back by themselves.</summary>
    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>The statement, prepared once per session; parameters are those of the call before, in the order of first use.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            prepared.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }
}
