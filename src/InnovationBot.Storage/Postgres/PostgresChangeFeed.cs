using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

/// <summary>
/// Reads changes in the order of the transactions that wrote them, and only below the oldest one that is still open: a
/// sequence number alone may be committed after a higher one was read. Transactions that write to other databases of the
/// same server count too: a long one there delays what is read here, and loses nothing.
/// </summary>
internal sealed class PostgresChangeFeed(NpgsqlDataSource source) : IChangeFeed
{
    private const string Settled = """ "Transaction" < pg_snapshot_xmin(pg_current_snapshot()) """;

    public async Task<ChangePosition> End(CancellationToken stop) => (await Read(
        $"""
        SELECT "Transaction"::text::bigint, "Sequence", "Kind", "Subject", "At" FROM "Changes"
        WHERE {Settled} ORDER BY "Transaction" DESC, "Sequence" DESC LIMIT 1
        """,
        [],
        stop)) is [var last] ? last.Place : default;

    public async Task<ChangeBatch> Read(ChangePosition after, int most, CancellationToken stop)
    {
        var place = Parse(after);
        var rows = await Read(
            $"""
            SELECT "Transaction"::text::bigint, "Sequence", "Kind", "Subject", "At" FROM "Changes"
            WHERE ("Transaction", "Sequence") >= ($1::text::xid8, $2) AND {Settled}
            ORDER BY "Transaction", "Sequence" LIMIT $3
            """,
            [place.Transaction.ToString(CultureInfo.InvariantCulture), place.Sequence, most + 1],
            stop);

        if (place.Sequence > 0)
        {
            if (rows is not [var last, ..] || last.Place != after) return new([], after, Lost: true);
            rows.RemoveAt(0);
        }
        else if (rows.Count > 0 && rows.TrueForAll(row => row.Change.Sequence > 1))
        {
            return new([], after, Lost: true); // the first ones may have been pruned
        }

        if (rows.Count > most) rows.RemoveAt(most);
        return new([.. rows.Select(row => row.Change)], rows is [.., var newest] ? newest.Place : after);
    }

    public Task<int> Prune(DateTimeOffset now, int most, CancellationToken stop) =>
        source.Run(
            async connection =>
            {
                await using var command = new NpgsqlCommand(
                    $"""
                    DELETE FROM "Changes" WHERE "Sequence" IN (
                        SELECT "Sequence" FROM "Changes"
                        WHERE "At" < $1 AND {Settled}
                            AND ("Transaction", "Sequence") < (SELECT "Transaction", "Sequence" FROM "Changes" WHERE {Settled} ORDER BY "Transaction" DESC, "Sequence" DESC LIMIT 1)
                        ORDER BY "At" LIMIT $2)
                    """,
                    connection).With((now - Change.Lifetime).UtcTicks, most);
                return await command.ExecuteNonQueryAsync(stop);
            },
            stop);

    private Task<List<Row>> Read(string sql, object[] parameters, CancellationToken stop) => source.Run(
        async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection).With(parameters);
            await using var reader = await command.ExecuteReaderAsync(stop);
            var rows = new List<Row>();
            while (await reader.ReadAsync(stop))
            {
                rows.Add(new(reader.GetInt64(0), new Change
                {
                    Sequence = reader.GetInt64(1),
                    Kind = Vocabulary.Read<ChangedKind>(reader.GetString(2)),
                    Subject = reader.GetGuid(3),
                    At = new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero),
                }));
            }

            return rows;
        },
        stop);

    private static (long Transaction, long Sequence) Parse(ChangePosition position)
    {
        if (string.IsNullOrEmpty(position.Value)) return (0, 0);
        return position.Value.Split('.') is [var transaction, var sequence, ..]
            && long.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            ? (t, s)
            : (long.MaxValue, long.MaxValue);
    }

    /// <summary>The place carries what stands there: numbers alone would still be found in a restored database, where they mean another change.</summary>
    private readonly record struct Row(long Transaction, Change Change)
    {
        public ChangePosition Place => new(string.Create(
            CultureInfo.InvariantCulture, $"{Transaction}.{Change.Sequence}.{Change.At.UtcTicks:x}.{Change.Mark:N}"));
    }
}
