using InnovationBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Testing.Stores;

/// <summary>A migrated file made once per test process; each test gets a copy.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(Make);

    public static async Task<string> Copy()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("innovationbot-store-").FullName, "network.db");
        await File.WriteAllBytesAsync(file, await Migrated.Value);
        return file;
    }

    private static async Task<byte[]> Make()
    {
        var folder = Directory.CreateTempSubdirectory("innovationbot-store-");
        var file = Path.Combine(folder.FullName, "template.db");
        await using (var services = new ServiceCollection().AddStore($"Data Source={file}").BuildServiceProvider())
        {
            await services.GetRequiredService<Store>().Migrate(CancellationToken.None);
        }

        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var fold = connection.CreateCommand();
            fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // all in one file
            await fold.ExecuteNonQueryAsync();
        }

        var bytes = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return bytes;
    }
}
