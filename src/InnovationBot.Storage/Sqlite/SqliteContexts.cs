using System.Data;
using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Sqlite;

/// <summary>Hands out pooled contexts, each with a connection of its own that stays open.</summary>
internal sealed class SqliteContexts(SqliteFile file, IDbContextFactory<SqliteNetworkDb> pool) : IDbContextFactory<NetworkDb>
{
    public NetworkDb CreateDbContext()
    {
        var db = pool.CreateDbContext();
        db.Handling = null; // a pooled context comes back as its last user left it
        try
        {
            if (db.Database.GetDbConnection() is not KeptOpen kept)
            {
                kept = new KeptOpen(file.ConnectionString);
                db.Database.SetDbConnection(kept, contextOwnsConnection: true);
            }

            if (kept.State is not ConnectionState.Open) SqliteFile.Open(kept);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
