using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InnovationBot.Storage.Postgres;

/// <summary>What dotnet-ef makes the model from; it connects to nothing.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresNetworkDb>
{
    public PostgresNetworkDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresNetworkDb>().UseNpgsql("Host=design").Options);
}
