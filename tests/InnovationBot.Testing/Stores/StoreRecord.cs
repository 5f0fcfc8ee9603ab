using System.Globalization;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace InnovationBot.Testing.Stores;

/// <summary>A whole store as SQL: its tables as this program's migrations make them, its history of migrations, and every row. A later program can be given the store to bring up to date.</summary>
public static class StoreRecord
{
    public static async Task<string> Of(NetworkDb db, CancellationToken stop)
    {
        var sql = new StringBuilder(db.GetService<IMigrator>().GenerateScript()).Append("BEGIN;\n");
        await db.Database.OpenConnectionAsync(stop);
        foreach (var table in Tables(db.Model))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the table's name comes from the model
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(stop);
            var columns = string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(at => $"\"{reader.GetName(at)}\""));
            while (await reader.ReadAsync(stop))
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(at => Literal(reader.GetValue(at), db.Database.IsSqliteStore()));
                sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" ({columns}) VALUES ({string.Join(", ", values)});\n");
            }
        }

        await db.Database.CloseConnectionAsync();
        return sql.Append("COMMIT;\n").ToString();
    }

    /// <summary>Makes an empty database the recorded store.</summary>
    public static async Task Load(StoreEngine engine, string connectionString, string record, CancellationToken stop)
    {
        await using System.Data.Common.DbConnection connection = engine == StoreEngine.Sqlite ? new SqliteConnection($"{connectionString};Pooling=false") : new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // what this class wrote
        command.CommandText = engine == StoreEngine.Sqlite ? "PRAGMA synchronous = OFF;\n" + record : record;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
    }

    private static bool IsSqliteStore(this DatabaseFacade database) => database.GetDbConnection() is SqliteConnection;

    /// <summary>Those that others refer to before those that refer.</summary>
    private static List<string> Tables(IModel model)
    {
        var left = model.GetEntityTypes().GroupBy(kind => kind.GetTableName()!)
            .ToDictionary(kinds => kinds.Key, kinds => kinds.SelectMany(kind => kind.GetForeignKeys()).Select(key => key.PrincipalEntityType.GetTableName()!).Where(other => other != kinds.Key).ToHashSet());
        List<string> ordered = [];
        while (left.Count > 0)
        {
            var next = left.Where(one => one.Value.All(other => !left.ContainsKey(other))).Select(one => one.Key).Order(StringComparer.Ordinal).ToList();
            if (next.Count == 0) throw new InvalidOperationException($"These tables refer to each other in a circle: {string.Join(", ", left.Keys)}");
            foreach (var table in next) left.Remove(table);
            ordered.AddRange(next);
        }

        return ordered;
    }

    private static string Literal(object value, bool sqlite) => value switch
    {
        DBNull => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        byte[] bytes => sqlite ? $"X'{Convert.ToHexString(bytes)}'" : $"'\\x{Convert.ToHexString(bytes)}'",
        DateTime day => $"'{day:yyyy-MM-dd}'",
        double or float or long or int or short or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("'", "''", StringComparison.Ordinal)}'",
    };
}
