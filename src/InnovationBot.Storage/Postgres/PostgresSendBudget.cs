using InnovationBot.Network.Outbox;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

/// <summary>
/// The budget as a row for each tenant: moments are spread evenly, by the database's clock, whatever the instances' clocks say. Conversations are left to each
/// instance: a row for each of a hundred thousand would cost more than the channel's rare 429, which every instance obeys.
/// </summary>
internal sealed class PostgresSendBudget(NpgsqlDataSource source) : ISendBudget
{
    private const string Now = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    public async ValueTask<TimeSpan> Reserve(string tenant, string conversation, int perSecond, CancellationToken stop)
    {
        var step = (1_000_000L / perSecond) + 1;
        var wait = await Scalar(
            $"""
            WITH "Clock" AS MATERIALIZED (SELECT {Now} AS now)
            INSERT INTO "SendBudgets" AS b ("Tenant", "NextAt", "UsedAt") SELECT $1, now + $2, now FROM "Clock"
            ON CONFLICT ("Tenant") DO UPDATE SET "NextAt" = greatest(b."NextAt", {Now}) + $2, "UsedAt" = {Now}
            RETURNING b."NextAt" - $2 - {Now}
            """,
            stop, tenant, step);
        return wait > 0 ? TimeSpan.FromMicroseconds(wait) : TimeSpan.Zero;
    }

    public async ValueTask Pause(string tenant, TimeSpan time, CancellationToken stop) => await Scalar(
        $"""
        INSERT INTO "SendBudgets" AS b ("Tenant", "NextAt", "UsedAt") VALUES ($1, {Now} + $2, 0)
        ON CONFLICT ("Tenant") DO UPDATE SET "NextAt" = greatest(b."NextAt", {Now} + $2) RETURNING b."NextAt"
        """,
        stop, tenant, (long)time.TotalMicroseconds);

    /// <summary>Says that this instance is going to take moments from rows, before it does.</summary>
    public async ValueTask Announce(string tenant, CancellationToken stop) => await Scalar(
        $"""
        INSERT INTO "SendBudgets" AS b ("Tenant", "NextAt", "UsedAt") VALUES ($1, 0, {Now})
        ON CONFLICT ("Tenant") DO UPDATE SET "UsedAt" = {Now} RETURNING b."NextAt"
        """,
        stop, tenant);

    /// <returns>How long ago anybody took from this tenant's row.</returns>
    public async ValueTask<TimeSpan> SinceUsed(string tenant, CancellationToken stop) =>
        TimeSpan.FromMicroseconds(Math.Clamp(await Scalar($"""SELECT coalesce((SELECT {Now} - "UsedAt" FROM "SendBudgets" WHERE "Tenant" = $1), 1000000000)""", stop, tenant), 0, 1_000_000_000));

    private Task<long> Scalar(string sql, CancellationToken stop, params object[] parameters) => source.Run(
        async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection).With(parameters);
            return (long)(await command.ExecuteScalarAsync(stop))!;
        },
        stop);
}
