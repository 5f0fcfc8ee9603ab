using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network.Outbox;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

/// <summary>An advisory lock of a connection of its own: the server gives it back when the connection ends, so a killed process holds nothing.</summary>
internal sealed class PostgresSoleWork(NpgsqlDataSource source) : ISoleWork
{
    public async ValueTask<ISoleTurn?> TryTake(string name, CancellationToken stop)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(stop);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection).With(BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("innovationbot " + name))));
            if ((bool)(await command.ExecuteScalarAsync(stop))!) return new Turn(connection);
        }
        catch (NpgsqlException e) when (PostgresFaults.Of(e) is { } fault)
        {
            if (connection is not null) await connection.DisposeAsync();
            throw fault;
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class Turn(NpgsqlConnection connection) : ISoleTurn
    {
        public async ValueTask<bool> IsHeld(CancellationToken stop)
        {
            try
            {
                await using var command = new NpgsqlCommand("SELECT 1", connection);
                await command.ExecuteScalarAsync(stop);
                return true;
            }
            catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
            {
                return false;
            }
        }

        /// <summary>The pool would take the lock away only when the connection is used again.</summary>
        public async ValueTask DisposeAsync()
        {
            try
            {
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
            {
                // the connection is gone, and the lock with it
            }

            await connection.DisposeAsync();
        }
    }
}
