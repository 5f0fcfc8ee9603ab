using InnovationBot.Network;
using InnovationBot.Storage.Postgres;
using InnovationBot.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InnovationBot.Storage.Tests;

public class SchemaTests
{
    public static TheoryData<NetworkDb> Contexts =>
    [
        new SqliteNetworkDb(new DbContextOptionsBuilder<SqliteNetworkDb>().UseSqlite("Data Source=none.db").Options),
        new PostgresNetworkDb(new DbContextOptionsBuilder<PostgresNetworkDb>().UseNpgsql("Host=none").Options),
    ];

    [Theory, MemberData(nameof(Contexts), DisableDiscoveryEnumeration = true)]
    public void The_model_has_no_change_without_a_migration(NetworkDb db) =>
        db.Database.HasPendingModelChanges().ShouldBeFalse(
            "The entities changed. Write a migration for both engines as CONTRIBUTING.md says.");

    [Theory, MemberData(nameof(Contexts), DisableDiscoveryEnumeration = true)]
    public void The_compiled_model_is_the_model(NetworkDb db) =>
        Told(db.Model).ShouldBe(Told(db.GetService<IDesignTimeModel>().Model), "The entities changed. Compile the model for both engines as CONTRIBUTING.md says.");

    [Theory, MemberData(nameof(Contexts), DisableDiscoveryEnumeration = true)]
    public void Both_engines_have_the_same_steps(NetworkDb db) =>
        db.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..])
            .ShouldBe(new SqliteNetworkDb(new DbContextOptionsBuilder<SqliteNetworkDb>().UseSqlite("Data Source=none.db").Options)
                .Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..]));

    /// <summary>What decides how rows are written and read.</summary>
    private static IEnumerable<string> Told(IModel model) =>
        from entity in model.GetEntityTypes()
        from line in (IEnumerable<string>)
        [
            $"{entity.Name} in {entity.GetTableName()}",
            .. entity.GetProperties().Select(p => $"{entity.Name}.{p.Name}: {p.ClrType} as {p.GetColumnName()} {p.GetColumnType()} {p.GetMaxLength()} {p.IsNullable} {p.IsConcurrencyToken} {p.ValueGenerated} by {(p.GetValueConverter() ?? p.GetTypeMapping().Converter)?.GetType()}"),
            .. entity.GetKeys().Select(key => $"{entity.Name} key {Names(key.Properties)} {key.IsPrimaryKey()}"),
            .. entity.GetForeignKeys().Select(key => $"{entity.Name} refers by {Names(key.Properties)} to {key.PrincipalEntityType.Name} {key.DeleteBehavior} {key.PrincipalToDependent?.Name}"),
            .. entity.GetIndexes().Select(index => $"{entity.Name} index {Names(index.Properties)} {index.IsUnique}"),
        ]
        orderby line
        select line;

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(',', properties.Select(p => p.Name));
}
