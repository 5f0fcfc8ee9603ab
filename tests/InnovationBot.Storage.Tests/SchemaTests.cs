using InnovationBot.Network;
using InnovationBot.Storage.Postgres;
using InnovationBot.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

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
    public void Both_engines_have_the_same_steps(NetworkDb db) =>
        db.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..])
            .ShouldBe(new SqliteNetworkDb(new DbContextOptionsBuilder<SqliteNetworkDb>().UseSqlite("Data Source=none.db").Options)
                .Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..]));
}
