using System.Globalization;
using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InnovationBot.Testing.Stores;

/// <summary>Every row of every table as the engine holds it, told by table and key.</summary>
public static class StoreDump
{
    /// <returns>By "table key", the row's columns by name.</returns>
    public static async Task<Dictionary<string, Dictionary<string, string>>> Of(NetworkDb db, CancellationToken stop)
    {
        Dictionary<string, Dictionary<string, string>> rows = [];
        await db.Database.OpenConnectionAsync(stop);
        foreach (var kind in db.Model.GetEntityTypes())
        {
            var table = kind.GetTableName()!;
            var keys = kind.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName(StoreObjectIdentifier.Table(table, kind.GetSchema()))!).ToHashSet();
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the table's name comes from the model
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                var row = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, at => Text(reader.GetValue(at)));
                rows[$"{table} {string.Join(' ', keys.Select(key => row[key]))}"] = row;
            }
        }

        await db.Database.CloseConnectionAsync();
        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
