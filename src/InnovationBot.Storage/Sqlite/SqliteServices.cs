using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Transfer;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Storage.Sqlite;

internal static class SqliteServices
{
    public static IServiceCollection AddSqlite(this IServiceCollection services, string connectionString)
    {
        var file = new SqliteFile(connectionString);
        services.AddPooledDbContextFactory<SqliteNetworkDb>((provider, options) => options
            .UseSqlite(file.ConnectionString)
            .AddInterceptors(StagedRows.AreHidden, provider.GetRequiredService<CommitWatch>(), new SqliteFaults()));
        return services
            .AddSingleton(file)
            .AddSingleton<SqliteSessions>()
            .AddSingleton<IDbContextFactory<NetworkDb>, SqliteContexts>()
            .AddSingleton<Store, SqliteStore>()
            .AddSingleton<INoticeQueue, SqliteNoticeQueue>()
            .AddSingleton<IEmptyStore, SqliteEmptyStore>()
            .AddSingleton<IStoreTraces, SqliteTraces>()
            .AddSingleton<ISoleWork, SqliteSoleWork>()
            .AddSingleton<IChangeFeed, SqliteChangeFeed>()
            .AddSingleton<IHandledActivities, SqliteHandledActivities>();
    }
}
