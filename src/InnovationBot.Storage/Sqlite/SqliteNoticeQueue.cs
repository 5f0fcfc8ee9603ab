using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage.Sqlite;

internal sealed class SqliteNoticeQueue(SqliteSessions sessions, IDbContextFactory<NetworkDb> contexts, ChangesWritten changes) : INoticeQueue
{
    public async Task<IReadOnlyList<ClaimedNotice>> Claim(
        string holder, int most, DateTimeOffset due, DateTimeOffset clock, TimeSpan lease, CancellationToken stop)
    {
        // Asked as a reader first: a worker with nothing to do must not take the write lock twice a second.
        if (!sessions.Read(session => IsAnyDue(session, due, clock))) return [];
        var claimed = await sessions.Write(session => Claim(session, holder, most, due, clock, clock + lease), stop);
        return await ClaimedNotices.Load(contexts, claimed, due, stop);
    }

    public async Task<IReadOnlyList<ClaimedNotice>> TakeOver(
        string holder, int most, DateTimeOffset due, DateTimeOffset clock, TimeSpan lease, CancellationToken stop)
    {
        if (!sessions.Read(session => IsAnyAbandoned(session, clock))) return [];
        var taken = await sessions.Write(session => Abandoned(session, holder, most, clock, clock + lease), stop);
        return await ClaimedNotices.Load(contexts, taken, due, stop);
    }

    public Task Renew(string holder, IReadOnlyCollection<NoticeId> notices, DateTimeOffset until, CancellationToken stop) =>
        sessions.Write(
            session =>
            {
                foreach (var notice in notices)
                {
                    session.Command(
                        """UPDATE "Notices" SET "LeaseUntil" = @until WHERE "Id" = @id AND "LeaseHolder" = @holder AND "State" = 'sending'""",
                        ("@until", until.UtcTicks), ("@id", notice.Value), ("@holder", holder)).ExecuteNonQuery();
                }

                return notices.Count;
            },
            stop);

    public async Task<IReadOnlySet<NoticeId>> Advance(
        string holder, IReadOnlyCollection<DeliveryRecord> ended, IReadOnlyCollection<NoticeId> leaving, DateTimeOffset now, CancellationToken stop)
    {
        var (marked, hasSuppressed) = await sessions.Write(
            session =>
            {
                var suppressed = 0;
                foreach (var record in ended)
                {
                    if (Record(session, holder, record) && record.Reason is FailureReason.Blocked or FailureReason.NotInstalled) suppressed += Suppress(session, record);
                }

                return (Mark(session, holder, leaving, now), suppressed > 0);
            },
            stop);
        if (hasSuppressed) changes.Raise();
        return marked;
    }

    private static bool IsAnyAbandoned(SqliteSession session, DateTimeOffset clock) =>
        (long)session.Command("""SELECT EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'sending' AND "LeaseUntil" <= @clock)""", ("@clock", clock.UtcTicks)).ExecuteScalar()! == 1;

    private static bool IsAnyDue(SqliteSession session, DateTimeOffset due, DateTimeOffset clock) =>
        (long)session.Command(
            """
            SELECT EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'sending' AND "LeaseUntil" <= @clock)
                OR EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'queued' AND "Priority" = 0 AND "Due" <= @due)
                OR EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'queued' AND "Priority" = 1 AND "Due" <= @due)
                OR EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'queued' AND "Priority" = 2 AND "Due" <= @due)
                OR EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'queued' AND "Priority" = 3 AND "Due" <= @due)
                OR EXISTS (SELECT 1 FROM "Notices" WHERE "State" = 'queued' AND "Priority" = 4 AND "Due" <= @due)
            """,
            ("@clock", clock.UtcTicks), ("@due", due.UtcTicks)).ExecuteScalar()! == 1;

    private static List<NoticeId> Claim(SqliteSession session, string holder, int most, DateTimeOffset due, DateTimeOffset clock, DateTimeOffset until)
    {
        var claimed = Abandoned(session, holder, most, clock, until);
        // One seek per priority: messages of a higher one that are not due yet are never walked past.
        for (var priority = 0; priority < Priorities && claimed.Count < most; priority++)
        {
            claimed.AddRange(Taken(session.Command(
                """
                UPDATE "Notices" SET "State" = 'sending', "LeaseHolder" = @holder, "LeaseUntil" = @until
                WHERE "Id" IN (SELECT "Id" FROM "Notices" WHERE "State" = 'queued' AND "Priority" = @priority AND "Due" <= @due ORDER BY "Due" LIMIT @most)
                RETURNING "Id"
                """,
                ("@holder", holder), ("@until", until.UtcTicks), ("@priority", priority), ("@due", due.UtcTicks), ("@most", most - claimed.Count))));
        }

        return claimed;
    }

    private static List<NoticeId> Abandoned(SqliteSession session, string holder, int most, DateTimeOffset clock, DateTimeOffset until) => Taken(session.Command(
        """
        UPDATE "Notices" SET "LeaseHolder" = @holder, "LeaseUntil" = @until
        WHERE "Id" IN (SELECT "Id" FROM "Notices" WHERE "State" = 'sending' AND "LeaseUntil" <= @clock LIMIT @most)
        RETURNING "Id"
        """,
        ("@holder", holder), ("@until", until.UtcTicks), ("@clock", clock.UtcTicks), ("@most", most)));

    private static List<NoticeId> Taken(Microsoft.Data.Sqlite.SqliteCommand command)
    {
        List<NoticeId> taken = [];
        using var rows = command.ExecuteReader();
        while (rows.Read()) taken.Add(new NoticeId(rows.GetGuid(0)));
        return taken;
    }

    private static readonly int Priorities = Enum.GetValues<NoticePriority>().Length;

    private static bool Record(SqliteSession session, string holder, DeliveryRecord record) =>
        session.Command(
            """
            UPDATE "Notices" SET
                "State" = @state, "Reason" = @reason, "Attempts" = "Attempts" + @tries, "Due" = coalesce(@due, "Due"),
                "FirstTriedAt" = coalesce("FirstTriedAt", iif(@tries = 1, @at, NULL)),
                "LeaseHolder" = iif(@state = 'queued', NULL, "LeaseHolder"), "LeaseUntil" = NULL, "SendingAt" = iif(@state = 'queued', NULL, "SendingAt"),
                "SentAt" = iif(@state = 'sent', @at, "SentAt"),
                "ConversationId" = coalesce(@conversation, "ConversationId"), "ActivityId" = coalesce(@activity, "ActivityId")
            WHERE "Id" = @id AND "LeaseHolder" = @holder AND "State" = 'sending'
            """,
            ("@state", Vocabulary.Write(record.State)), ("@reason", record.Reason is { } reason ? Vocabulary.Write(reason) : null),
            ("@tries", record.CountsAsTry ? 1 : 0), ("@due", record.Due?.UtcTicks), ("@at", record.At.UtcTicks),
            ("@conversation", record.ConversationId), ("@activity", record.ActivityId), ("@id", record.Notice.Value), ("@holder", holder)).ExecuteNonQuery() == 1;

    /// <summary>Nothing is sent to this person until they write or install again; who keeps copies of members hears of it.</summary>
    private static int Suppress(SqliteSession session, DeliveryRecord record)
    {
        var suppressed = session.Command(
            """
            UPDATE "Members" SET "Suppressed" = @reason
            WHERE "Suppressed" IS NULL AND "Address" IS NOT NULL AND "Id" = (SELECT "RecipientId" FROM "Notices" WHERE "Id" = @id)
            """,
            ("@reason", Vocabulary.Write(record.Reason!.Value)), ("@id", record.Notice.Value)).ExecuteNonQuery();
        if (suppressed == 0) return 0;

        return session.Command(
            """INSERT INTO "Changes" ("Kind", "Subject", "At") SELECT 'member', "RecipientId", @at FROM "Notices" WHERE "Id" = @id""",
            ("@at", record.At.UtcTicks), ("@id", record.Notice.Value)).ExecuteNonQuery();
    }

    private static HashSet<NoticeId> Mark(SqliteSession session, string holder, IReadOnlyCollection<NoticeId> leaving, DateTimeOffset now)
    {
        var marked = new HashSet<NoticeId>(leaving.Count);
        foreach (var notice in leaving)
        {
            var updated = session.Command(
                """
                UPDATE "Notices" SET "SendingAt" = @now
                WHERE "Id" = @id AND "LeaseHolder" = @holder AND "State" = 'sending' AND "SendingAt" IS NULL
                    AND (NOT "Unasked" OR COALESCE((SELECT CAST("Value" AS INTEGER) FROM "Settings" WHERE "Key" = @setting), @limit) > (
                        SELECT count(*) FROM "Notices" AS "Other"
                        WHERE "Other"."RecipientId" = "Notices"."RecipientId" AND "Other"."Unasked" AND "Other"."SendingAt" > @since
                            AND "Other"."State" IN ('sent', 'sending', 'unknown')))
                """,
                ("@now", now.UtcTicks), ("@id", notice.Value), ("@holder", holder),
                ("@limit", UnaskedLimit.PerWindow), ("@setting", UnaskedLimit.SettingKey), ("@since", (now - UnaskedLimit.Window).UtcTicks)).ExecuteNonQuery();
            if (updated == 1) marked.Add(notice);
        }

        return marked;
    }
}
