using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Storage;

/// <param name="Table">Its name.</param>
/// <param name="Rows">How many it has.</param>
/// <param name="Hash">Of all rows, in whatever order they stand.</param>
public sealed record TableSum(string Table, long Rows, string Hash);

/// <summary>
/// Copies everything from one store into another, empty one of any engine, table by table, and tells afterwards whether both hold the same: counts and a hash
/// of every value as the model reads it. The change sequence stays behind: its places are the old store's, and whoever follows begins anew.
/// </summary>
public static class StoreCopy
{
    private const int Batch = 500;

    /// <summary>Tables of the model, those first that others refer to.</summary>
    private static IEnumerable<IEntityType> Tables(NetworkDb db) => db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(Change) && !type.IsOwned() && type.BaseType is null)
        .OrderBy(type => Depth(type, [])).ThenBy(type => type.GetTableName(), StringComparer.Ordinal);

    /// <exception cref="StoreException"><see cref="StoreProblem.NotEmpty"/>.</exception>
    public static async Task Copy(Func<NetworkDb> from, Func<NetworkDb> to, Action<string, long> progress, CancellationToken stop)
    {
        await using (var target = to())
        {
            foreach (var type in Tables(target))
                if (await Any(target, type, stop)) throw new StoreException(StoreProblem.NotEmpty, $"The store to copy into is not empty (table {type.GetTableName()}). Copy into a new database: make it with 'innovationbot migrate'.");
        }

        await using var source = from();
        await using var reading = await source.BeginRead(stop);
        foreach (var type in Tables(source)) progress(type.GetTableName()!, await Copy(source, type, to, stop));
        await using var written = to();
        if (written is PostgresNetworkDb) await ContinueNumbers(written, stop);
    }

    /// <summary>Rows that came with a number of their own did not move the counter that gives out the next one.</summary>
    private static async Task ContinueNumbers(NetworkDb db, CancellationToken stop)
    {
        foreach (var type in Tables(db))
        {
            if (type.FindPrimaryKey()?.Properties is not [{ ValueGenerated: ValueGenerated.OnAdd } key] || (key.ClrType != typeof(long) && key.ClrType != typeof(int))) continue;
            var (table, column) = (type.GetTableName()!, key.GetColumnName());
            var sql = $"""SELECT setval(pg_get_serial_sequence('"{table}"', '{column}'), (SELECT coalesce(max("{column}"), 0) + 1 FROM "{table}"), false)""";
            await db.Database.ExecuteSqlRawAsync(sql, stop); // names of the model's own
        }
    }

    public static async Task<IReadOnlyList<TableSum>> Sums(Func<NetworkDb> of, CancellationToken stop)
    {
        await using var db = of();
        await using var reading = await db.BeginRead(stop);
        var sums = new List<TableSum>();
        foreach (var type in Tables(db)) sums.Add(await Sum(db, type, stop));
        return sums;
    }

    private static int Depth(IEntityType type, HashSet<IEntityType> seen) =>
        !seen.Add(type) ? 0 : type.GetForeignKeys().Where(key => key.PrincipalEntityType != type).Select(key => 1 + Depth(key.PrincipalEntityType, [.. seen])).DefaultIfEmpty(0).Max();

    private static Task<bool> Any(NetworkDb db, IEntityType type, CancellationToken stop) => Rows(db, type).AnyAsync(stop);

    private static IQueryable<object> Rows(NetworkDb db, IEntityType type) =>
        (IQueryable<object>)typeof(StoreCopy).GetMethod(nameof(Set), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;

    private static IQueryable<object> Set<T>(NetworkDb db) where T : class => db.Set<T>().IgnoreQueryFilters().AsNoTracking();

    private static async Task<long> Copy(NetworkDb source, IEntityType type, Func<NetworkDb> to, CancellationToken stop)
    {
        long count = 0;
        var batch = new List<object>(Batch);
        await foreach (var row in Rows(source, type).AsAsyncEnumerable().WithCancellation(stop))
        {
            batch.Add(row);
            if (batch.Count == Batch) await Write();
        }

        if (batch.Count > 0) await Write();
        return count;

        async Task Write()
        {
            await using var target = to();
            target.CopiesLog = true;
            target.AddRange(batch);
            foreach (var property in type.GetProperties().Where(property => property.IsShadowProperty()))
                foreach (var row in batch) target.Entry(row).Property(property.Name).CurrentValue = source.Entry(row).Property(property.Name).CurrentValue;
            await target.SaveChangesAsync(stop);
            count += batch.Count;
            batch.Clear();
        }
    }

    /// <summary>The rows' hashes added up, so that the order does not matter, nor how an engine writes a value.</summary>
    private static async Task<TableSum> Sum(NetworkDb db, IEntityType type, CancellationToken stop)
    {
        var properties = type.GetProperties().Where(property => !property.IsShadowProperty()).OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        var sum = new byte[SHA256.HashSizeInBytes];
        long count = 0;
        var text = new StringBuilder();
        await foreach (var row in Rows(db, type).AsAsyncEnumerable().WithCancellation(stop))
        {
            text.Clear();
            foreach (var property in properties) Write(text, property, property.PropertyInfo?.GetValue(row) ?? property.FieldInfo?.GetValue(row));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            var carry = 0;
            for (var i = 0; i < sum.Length; i++)
            {
                carry += sum[i] + hash[i];
                (sum[i], carry) = ((byte)carry, carry >> 8);
            }

            count++;
        }

        return new TableSum(type.GetTableName()!, count, Convert.ToHexStringLower(sum));
    }

    private static void Write(StringBuilder text, IProperty property, object? value)
    {
        var stored = value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        var written = stored switch
        {
            null => "\0",
            byte[] bytes => Convert.ToHexString(bytes),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            Enum word => word.ToString(),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => stored.ToString(),
        };
        text.Append(property.Name).Append('=').Append(written?.Length ?? 0).Append(':').Append(written).Append(';');
    }
}
