using Npgsql;

namespace InnovationBot.Storage.Postgres;

/// <summary>Statements run by hand, with their faults told as the store's.</summary>
internal static class PostgresCommands
{
    public static async Task<T> Run<T>(this NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> work, CancellationToken stop)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(stop);
            return await work(connection);
        }
        catch (NpgsqlException e) when (PostgresFaults.Of(e) is { } fault)
        {
            throw fault;
        }
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> parameters)
    {
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, params ReadOnlySpan<object> parameters)
    {
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
