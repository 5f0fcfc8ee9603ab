using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Postgres;

/// <summary>Hands out pooled contexts; their connections come from Npgsql's own pool and go back between statements.</summary>
internal sealed class PostgresContexts(IDbContextFactory<PostgresNetworkDb> pool) : IDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext()
    {
        var db = pool.CreateDbContext();
        db.Handling = null; // a pooled context comes back as its last user left it
        return db;
    }
}
