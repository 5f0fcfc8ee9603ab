using InnovationBot.Network.Turns;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

internal sealed class PostgresHandledActivities(NpgsqlDataSource source) : IHandledActivities
{
    public async ValueTask<HandledActivity?> Find(string key, CancellationToken stop) => await source.Run(
        async connection =>
        {
            await using var command = new NpgsqlCommand("""SELECT "At", "Subject" FROM "HandledActivities" WHERE "Key" = $1""", connection).With(key);
            await using var row = await command.ExecuteReaderAsync(stop);
            return await row.ReadAsync(stop)
                ? new HandledActivity
                {
                    Key = key,
                    At = new DateTimeOffset(row.GetInt64(0), TimeSpan.Zero),
                    Subject = await row.IsDBNullAsync(1, stop) ? null : row.GetGuid(1),
                }
                : null;
        },
        stop);

    public Task<int> Prune(DateTimeOffset now, int most, CancellationToken stop) =>
        source.Run(
            async connection =>
            {
                await using var command = new NpgsqlCommand(
                    """DELETE FROM "HandledActivities" WHERE "Key" IN (SELECT "Key" FROM "HandledActivities" WHERE "At" < $1 LIMIT $2)""",
                    connection).With((now - HandledActivity.Lifetime).UtcTicks, most);
                return await command.ExecuteNonQueryAsync(stop);
            },
            stop);
}
