using InnovationBot.Network;
using InnovationBot.Network.Transfer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Sqlite;

/// <summary>The tables of the file, copied without their rows.</summary>
internal sealed class SqliteEmptyStore(SqliteFile file, DbContextOptions<SqliteNetworkDb> options) : IEmptyStore
{
    public async Task<NetworkDb> Open(CancellationToken stop)
    {
        var memory = new SqliteConnection("Data Source=:memory:");
        try
        {
            await memory.OpenAsync(stop);
            await using (var make = memory.CreateCommand())
            {
                make.CommandText = Schema();
                await make.ExecuteNonQueryAsync(stop);
            }

            var db = new SqliteNetworkDb(options); // of its own: a pooled one would come back to others with this connection
            db.Database.SetDbConnection(memory, contextOwnsConnection: true);
            return db;
        }
        catch
        {
            await memory.DisposeAsync();
            throw;
        }
    }

    private string Schema()
    {
        using var connection = file.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT group_concat(sql, ';' || char(10)) FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type <> 'table')";
        return (string)tables.ExecuteScalar()!;
    }
}
