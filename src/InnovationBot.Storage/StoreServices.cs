using System.Data.Common;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems.Embeddings;
using InnovationBot.Storage.Postgres;
using InnovationBot.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InnovationBot.Storage;

public static class StoreServices
{
    /// <summary>
    /// Registers the store: <see cref="NetworkDb"/> per scope (and a factory of it for those who live longer), <see cref="Store"/>,
    /// and the ports of Network that need SQL of their own. Nothing is opened before it is used.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="connectionString"><c>Data Source=…</c> is a file of SQLite, <c>Host=…</c> a database of PostgreSQL.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unknown"/>.</exception>
    public static IServiceCollection AddStore(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton<NoticesWritten>();
        services.TryAddSingleton<ChangesWritten>();
        services.AddSingleton<CommitWatch>();
        services.AddSingleton<IEmbeddingStore, StoredEmbeddings>();
        services.AddScoped<StoreInHand>();
        services.AddScoped(provider => provider.GetRequiredService<StoreInHand>().Store ?? provider.GetRequiredService<IDbContextFactory<NetworkDb>>().CreateDbContext());

        return Engine(connectionString) switch
        {
            StoreEngine.Sqlite => services.AddSqlite(connectionString),
            _ => services.AddPostgres(connectionString),
        };
    }

    /// <summary>Tells by its keys which engine a connection string is for.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unknown"/>; the string itself is not repeated, it may hold a password.</exception>
    public static StoreEngine Engine(string connectionString)
    {
        try
        {
            var keys = new DbConnectionStringBuilder { ConnectionString = connectionString };
            if (keys.ContainsKey("Host") || keys.ContainsKey("Server")) return StoreEngine.Postgres;
            if (keys.ContainsKey("Data Source") || keys.ContainsKey("DataSource") || keys.ContainsKey("Filename")) return StoreEngine.Sqlite;
        }
        catch (ArgumentException)
        {
            // Said below: whatever it is, it is not a connection string.
        }

        throw new StoreException(StoreProblem.Unknown, "The store's connection string must begin with 'Data Source=' (a file of SQLite) or 'Host=' (a database of PostgreSQL).");
    }
}

public enum StoreEngine { Sqlite, Postgres }
