using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InnovationBot.Storage.Sqlite;

/// <summary>What dotnet-ef makes the model from; it opens nothing.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteNetworkDb>
{
    public SqliteNetworkDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNetworkDb>().UseSqlite("Data Source=design.db").Options);
}
