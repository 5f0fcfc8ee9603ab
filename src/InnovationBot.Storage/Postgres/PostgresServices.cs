using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Transfer;
using InnovationBot.Network.Turns;
using InnovationBot.Storage.Redis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

internal static class PostgresServices
{
    public static IServiceCollection AddPostgres(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(Tuned(connectionString)));
        services.AddPooledDbContextFactory<PostgresNetworkDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(StagedRows.AreHidden, provider.GetRequiredService<CommitWatch>(), new PostgresFaults()));
        return services
            .AddSingleton<IDbContextFactory<NetworkDb>, PostgresContexts>()
            .AddSingleton<Store, PostgresStore>()
            .AddSingleton<INoticeQueue, PostgresNoticeQueue>()
            .AddSingleton<ISoleWork, PostgresSoleWork>()
            .AddSingleton<PostgresSendBudget>()
            .AddSingleton<ISendBudget>(provider => provider.GetService<SharedSendBudget>() ?? (ISendBudget)provider.GetRequiredService<PostgresSendBudget>())
            .AddSingleton<IChangeFeed, PostgresChangeFeed>()
            .AddSingleton<IHandledActivities, PostgresHandledActivities>();
    }

    /// <summary>Fills in what the operator left open; what the connection string says stays.</summary>
    private static NpgsqlConnectionStringBuilder Builder(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new StoreException(StoreProblem.Unknown, $"The store's connection string is not one of PostgreSQL: {e.Message}");
        }
    }

    private static string Tuned(string connectionString)
    {
        var asked = Builder(connectionString);

        // Statements used again are prepared on their connection. A pooler that shares connections between transactions would not do anyway: see PostgresSoleWork.
        if (!asked.ContainsKey("Max Auto Prepare")) asked.MaxAutoPrepare = 64;
        if (!asked.ContainsKey("Application Name")) asked.ApplicationName = "innovationbot";
        return asked.ConnectionString;
    }
}
