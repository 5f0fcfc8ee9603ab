using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

internal sealed class PostgresNoticeQueue(NpgsqlDataSource source, IDbContextFactory<NetworkDb> contexts, ChangesWritten changes) : INoticeQueue
{
    private static readonly int Priorities = Enum.GetValues<NoticePriority>().Length;

    public async Task<IReadOnlyList<ClaimedNotice>> Claim(
        string holder, int most, DateTimeOffset due, DateTimeOffset clock, TimeSpan lease, CancellationToken stop)
    {
        var until = (clock + lease).UtcTicks;
        var claimed = await source.Run(
            async connection =>
            {
                var ids = await Abandoned(connection, holder, most, clock, until, stop);

                // One seek per priority: messages of a higher one that are not due yet are never walked past.
                for (var priority = 0; priority < Priorities && ids.Count < most; priority++)
                {
                    ids.AddRange(await Taken(
                        connection,
                        """
                        WITH "Due" AS (
                            SELECT "Id" FROM "Notices" WHERE "State" = 'queued' AND "Priority" = $3 AND "Due" <= $4 ORDER BY "Due" LIMIT $5 FOR UPDATE SKIP LOCKED)
                        UPDATE "Notices" AS n SET "State" = 'sending', "LeaseHolder" = $1, "LeaseUntil" = $2 FROM "Due" WHERE n."Id" = "Due"."Id" RETURNING n."Id"
                        """,
                        stop, holder, until, priority, due.UtcTicks, most - ids.Count));
                }

                return ids;
            },
            stop);
        return await ClaimedNotices.Load(contexts, claimed, due, stop);
    }

    public async Task<IReadOnlyList<ClaimedNotice>> TakeOver(
        string holder, int most, DateTimeOffset due, DateTimeOffset clock, TimeSpan lease, CancellationToken stop)
    {
        var taken = await source.Run(connection => Abandoned(connection, holder, most, clock, (clock + lease).UtcTicks, stop), stop);
        return await ClaimedNotices.Load(contexts, taken, due, stop);
    }

    private static Task<List<NoticeId>> Abandoned(NpgsqlConnection connection, string holder, int most, DateTimeOffset clock, long until, CancellationToken stop) => Taken(
        connection,
        """
        WITH "Abandoned" AS (
            SELECT "Id" FROM "Notices" WHERE "State" = 'sending' AND "LeaseUntil" <= $3 LIMIT $4 FOR UPDATE SKIP LOCKED)
        UPDATE "Notices" AS n SET "LeaseHolder" = $1, "LeaseUntil" = $2 FROM "Abandoned" WHERE n."Id" = "Abandoned"."Id" RETURNING n."Id"
        """,
        stop, holder, until, clock.UtcTicks, most);

    private static async Task<List<NoticeId>> Taken(NpgsqlConnection connection, string sql, CancellationToken stop, params object[] parameters)
    {
        List<NoticeId> taken = [];
        await using var command = new NpgsqlCommand(sql, connection).With(parameters);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) taken.Add(new NoticeId(rows.GetGuid(0)));
        return taken;
    }

    public Task Renew(string holder, IReadOnlyCollection<NoticeId> notices, DateTimeOffset until, CancellationToken stop) =>
        source.Run(
            async connection =>
            {
                await using var command = new NpgsqlCommand(
                    """UPDATE "Notices" SET "LeaseUntil" = $1 WHERE "Id" = ANY($2) AND "LeaseHolder" = $3 AND "State" = 'sending'""", connection)
                    .With(until.UtcTicks, Values(notices), holder);
                return await command.ExecuteNonQueryAsync(stop);
            },
            stop);

    public async Task<IReadOnlySet<NoticeId>> Advance(
        string holder, IReadOnlyCollection<DeliveryRecord> ended, IReadOnlyCollection<NoticeId> leaving, DateTimeOffset now, CancellationToken stop)
    {
        var marked = new HashSet<NoticeId>(leaving.Count);
        var hasSuppressed = false;
        await using var batch = new NpgsqlBatch();
        if (ended.Count > 0) batch.BatchCommands.Add(Record(holder, ended));
        if (ended.Any(record => record.Reason is FailureReason.Blocked or FailureReason.NotInstalled)) batch.BatchCommands.Add(Suppress(holder, ended, now));
        if (leaving.Count > 0)
        {
            batch.BatchCommands.Add(LockUnaskedRecipients(leaving));
            batch.BatchCommands.Add(Mark(holder, leaving, now));
        }

        if (batch.BatchCommands.Count == 0) return marked;
        await source.Run(
            async connection =>
            {
                batch.Connection = connection; // one round trip and one transaction
                await using var rows = await batch.ExecuteReaderAsync(stop);
                do
                {
                    while (await rows.ReadAsync(stop))
                    {
                        if (rows.GetName(0) == "Id") marked.Add(new NoticeId(rows.GetGuid(0)));
                        if (rows.GetName(0) == "Suppressed") hasSuppressed = true;
                    }
                }
                while (await rows.NextResultAsync(stop));
                return marked;
            },
            stop);
        if (hasSuppressed) changes.Raise();
        return marked;
    }

    private static NpgsqlBatchCommand Record(string holder, IReadOnlyCollection<DeliveryRecord> ended) => new NpgsqlBatchCommand(
        """
        UPDATE "Notices" AS n SET
            "State" = r.state, "Reason" = r.reason, "Attempts" = n."Attempts" + r.tries, "Due" = coalesce(r.due, n."Due"),
            "FirstTriedAt" = coalesce(n."FirstTriedAt", CASE r.tries WHEN 1 THEN r.at END),
            "LeaseHolder" = CASE r.state WHEN 'queued' THEN NULL ELSE n."LeaseHolder" END, "LeaseUntil" = NULL,
            "SendingAt" = CASE r.state WHEN 'queued' THEN NULL ELSE n."SendingAt" END,
            "SentAt" = CASE r.state WHEN 'sent' THEN r.at ELSE n."SentAt" END,
            "ConversationId" = coalesce(r.conversation, n."ConversationId"), "ActivityId" = coalesce(r.activity, n."ActivityId")
        FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::bigint[], $8::text[], $9::text[])
            AS r(id, state, reason, tries, due, at, conversation, activity)
        WHERE n."Id" = r.id AND n."LeaseHolder" = $1 AND n."State" = 'sending'
        """)
    {
        Parameters = { new() { Value = holder } },
    }.With(
        Values(ended, record => record.Notice.Value),
        Values(ended, record => Vocabulary.Write(record.State)),
        Values(ended, record => record.Reason is { } reason ? Vocabulary.Write(reason) : null),
        Values(ended, record => record.CountsAsTry ? 1 : 0),
        Values(ended, record => record.Due?.UtcTicks),
        Values(ended, record => record.At.UtcTicks),
        Values(ended, record => record.ConversationId),
        Values(ended, record => record.ActivityId));

    /// <summary>Nothing is sent to these people until they write or install again; who keeps copies of members hears of it.</summary>
    private static NpgsqlBatchCommand Suppress(string holder, IReadOnlyCollection<DeliveryRecord> ended, DateTimeOffset now) => new NpgsqlBatchCommand(
        """
        WITH "Suppressed" AS (
            UPDATE "Members" AS m SET "Suppressed" = n."Reason" FROM "Notices" AS n
            WHERE n."Id" = ANY($1) AND n."LeaseHolder" = $2 AND n."State" = 'failed' AND n."Reason" IN ('blocked', 'not_installed')
                AND m."Id" = n."RecipientId" AND m."Suppressed" IS NULL AND m."Address" IS NOT NULL
            RETURNING m."Id")
        INSERT INTO "Changes" ("Kind", "Subject", "At") SELECT 'member', "Id", $3 FROM "Suppressed" RETURNING "Subject" AS "Suppressed"
        """).With(Values(ended, record => record.Notice.Value), holder, now.UtcTicks);

    /// <summary>Two instances that mark for one person at once would each not see the other's mark; the lock of this transaction makes one wait.</summary>
    private static NpgsqlBatchCommand LockUnaskedRecipients(IReadOnlyCollection<NoticeId> leaving) => new NpgsqlBatchCommand(
        """
        SELECT count(pg_advisory_xact_lock(key)) FROM (
            SELECT DISTINCT hashtextextended("RecipientId"::text, 0) AS key FROM "Notices" WHERE "Id" = ANY($1) AND "Unasked" ORDER BY key) AS keys
        """).With(Values(leaving));

    private static NpgsqlBatchCommand Mark(string holder, IReadOnlyCollection<NoticeId> leaving, DateTimeOffset now) => new NpgsqlBatchCommand(
        """
        WITH "Leaving" AS (
            SELECT c."Id", c."Unasked", row_number() OVER (PARTITION BY c."RecipientId", c."Unasked" ORDER BY c."Priority", c."Due", c."Id") + (
                SELECT count(*) FROM "Notices" AS o
                WHERE o."RecipientId" = c."RecipientId" AND o."Unasked" AND o."SendingAt" > $5 AND o."State" IN ('sent', 'sending', 'unknown')) AS "Nth"
            FROM "Notices" AS c
            WHERE c."Id" = ANY($2) AND c."LeaseHolder" = $1 AND c."State" = 'sending' AND c."SendingAt" IS NULL)
        UPDATE "Notices" AS n SET "SendingAt" = $3 FROM "Leaving" AS l
        WHERE n."Id" = l."Id" AND n."LeaseHolder" = $1 AND n."State" = 'sending' AND n."SendingAt" IS NULL AND (NOT l."Unasked" OR l."Nth" <= COALESCE((SELECT CAST("Value" AS bigint) FROM "Settings" WHERE "Key" = $6), $4))
        RETURNING n."Id"
        """).With(holder, Values(leaving), now.UtcTicks, (long)UnaskedLimit.PerWindow, (now - UnaskedLimit.Window).UtcTicks, UnaskedLimit.SettingKey);

    private static Guid[] Values(IReadOnlyCollection<NoticeId> notices) => [.. notices.Select(notice => notice.Value)];

    private static T[] Values<T>(IReadOnlyCollection<DeliveryRecord> records, Func<DeliveryRecord, T> value) => [.. records.Select(value)];
}
