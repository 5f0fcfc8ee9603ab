using InnovationBot.Network;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage;

/// <summary>
/// What makes the store itself refuse to change or delete events of the audit log, whoever asks: triggers, made with the
/// tables. Events of a segment may go once it is marked dropped; of a sealed segment only that mark can be set, once.
/// </summary>
internal static class AuditGuards
{
    public static Task Set(NetworkDb db, StoreEngine engine, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync(engine is StoreEngine.Sqlite ? Sqlite : Postgres, stop);

    private const string Sqlite =
        """
        CREATE TRIGGER IF NOT EXISTS "AuditEvents_unchanged" BEFORE UPDATE ON "AuditEvents"
        BEGIN SELECT RAISE(ABORT, 'The audit log is only appended to.'); END;

        CREATE TRIGGER IF NOT EXISTS "AuditEvents_kept" BEFORE DELETE ON "AuditEvents"
        WHEN NOT EXISTS (SELECT 1 FROM "AuditSegments" WHERE "Number" = OLD."Segment" AND "DroppedAt" IS NOT NULL)
        BEGIN SELECT RAISE(ABORT, 'The audit log is only appended to.'); END;

        CREATE TRIGGER IF NOT EXISTS "AuditSegments_sealed" BEFORE UPDATE ON "AuditSegments"
        WHEN OLD."SealedAt" IS NOT NULL AND (
            OLD."DroppedAt" IS NOT NULL OR NEW."Number" IS NOT OLD."Number" OR NEW."First" IS NOT OLD."First" OR NEW."Last" IS NOT OLD."Last"
            OR NEW."StartHash" IS NOT OLD."StartHash" OR NEW."EndHash" IS NOT OLD."EndHash" OR NEW."OpenedAt" IS NOT OLD."OpenedAt"
            OR NEW."SealedAt" IS NOT OLD."SealedAt" OR NEW."Seal" IS NOT OLD."Seal")
        BEGIN SELECT RAISE(ABORT, 'A sealed segment of the audit log stays as it is.'); END;

        CREATE TRIGGER IF NOT EXISTS "AuditSegments_kept" BEFORE DELETE ON "AuditSegments"
        BEGIN SELECT RAISE(ABORT, 'The audit log is only appended to.'); END;
        """;

    private const string Postgres =
        """
        CREATE OR REPLACE FUNCTION audit_refused() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'The audit log is only appended to.';
        END $$;

        CREATE OR REPLACE FUNCTION audit_event_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM "AuditSegments" WHERE "Number" = OLD."Segment" AND "DroppedAt" IS NOT NULL) THEN RETURN OLD; END IF;
            RAISE EXCEPTION 'The audit log is only appended to.';
        END $$;

        DROP TRIGGER IF EXISTS "AuditEvents_unchanged" ON "AuditEvents";
        CREATE TRIGGER "AuditEvents_unchanged" BEFORE UPDATE ON "AuditEvents" FOR EACH ROW EXECUTE FUNCTION audit_refused();
        DROP TRIGGER IF EXISTS "AuditEvents_kept" ON "AuditEvents";
        CREATE TRIGGER "AuditEvents_kept" BEFORE DELETE ON "AuditEvents" FOR EACH ROW EXECUTE FUNCTION audit_event_kept();
        DROP TRIGGER IF EXISTS "AuditEvents_whole" ON "AuditEvents";
        CREATE TRIGGER "AuditEvents_whole" BEFORE TRUNCATE ON "AuditEvents" FOR EACH STATEMENT EXECUTE FUNCTION audit_refused();
        DROP TRIGGER IF EXISTS "AuditSegments_sealed" ON "AuditSegments";
        CREATE TRIGGER "AuditSegments_sealed" BEFORE UPDATE ON "AuditSegments" FOR EACH ROW
            WHEN (OLD."SealedAt" IS NOT NULL AND (OLD."DroppedAt" IS NOT NULL OR
                (NEW."Number", NEW."First", NEW."Last", NEW."StartHash", NEW."EndHash", NEW."OpenedAt", NEW."SealedAt", NEW."Seal")
                IS DISTINCT FROM (OLD."Number", OLD."First", OLD."Last", OLD."StartHash", OLD."EndHash", OLD."OpenedAt", OLD."SealedAt", OLD."Seal")))
            EXECUTE FUNCTION audit_refused();
        DROP TRIGGER IF EXISTS "AuditSegments_kept" ON "AuditSegments";
        CREATE TRIGGER "AuditSegments_kept" BEFORE DELETE ON "AuditSegments" FOR EACH ROW EXECUTE FUNCTION audit_refused();
        DROP TRIGGER IF EXISTS "AuditSegments_whole" ON "AuditSegments";
        CREATE TRIGGER "AuditSegments_whole" BEFORE TRUNCATE ON "AuditSegments" FOR EACH STATEMENT EXECUTE FUNCTION audit_refused();
        """;
}
