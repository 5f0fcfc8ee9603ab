using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Reads the whole log and says whether it is what was written: every event as it was, none missing, none put in between,
/// every pseudonym still the same person's. Columns are read as they lie in the store, since a changed one may be no value of ours any more.
/// </summary>
public sealed class VerifyAudit(NetworkDb db)
{
    /// <summary>Faults kept; one is enough to know, a few to see where.</summary>
    private const int Most = 20;

    public async Task<AuditReport> Handle(CancellationToken stop)
    {
        var faults = new List<AuditFault>();
        await using var transaction = await db.BeginRead(stop);
        var segments = await Read("""SELECT "Number", "First", "Last", "StartHash", "EndHash", "OpenedAt", "SealedAt", "Seal", "DroppedAt" FROM "AuditSegments" ORDER BY "Number" """, SegmentRow.Of, stop);
        var log = new Walk(segments, faults);
        await foreach (var row in Rows("""SELECT "Id", "Segment", "Act", "At", "Actor", "Subject", "Detail", "Hash" FROM "AuditEvents" ORDER BY "Id" """, stop)) log.Take(row);
        log.End();

        foreach (var person in await Read("""SELECT "Pseudonym", "MemberId", "Salt" FROM "AuditPeople" """, PersonRow.Of, stop))
            if (person is not { } known || AuditPerson.PseudonymOf(known.Salt, known.Member) != known.Pseudonym) faults.Add(new(AuditFaultKind.PseudonymChanged, 0, person?.Pseudonym));

        return new(log.Events, segments.Count, segments.Count(s => s?.DroppedAt is not null), log.LastHash, [.. faults.Take(Most)]);
    }

    private async Task<List<T?>> Read<T>(string sql, Func<DbDataReader, T> row, CancellationToken stop) where T : struct
    {
        var all = new List<T?>();
        await foreach (var reader in Rows(sql, stop)) all.Add(Whole(reader, row));
        return all;
    }

    /// <returns><c>null</c> for what is no row of ours any more.</returns>
    private static T? Whole<T>(DbDataReader reader, Func<DbDataReader, T> row) where T : struct
    {
        try
        {
            return row(reader);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<DbDataReader> Rows(string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the three statements above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) yield return reader;
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);

    private static long Number(DbDataReader reader, int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    /// <summary>One pass over the events in their order, beside the segments in theirs.</summary>
    private sealed class Walk(List<SegmentRow?> segments, List<AuditFault> faults)
    {
        private int at = -1;
        private long next = 1;
        private SegmentRow segment;

        public long Events { get; private set; }

        public string LastHash { get; private set; } = AuditSegment.Beginning;

        public void Take(DbDataReader reader)
        {
            Events++;
            if (Whole(reader, EventRow.Of) is not { } row)
            {
                faults.Add(new(AuditFaultKind.Unreadable, next++, null));
                return;
            }

            while (at < 0 || (next > segment.Last && at < segments.Count - 1))
                if (!Open()) break;

            if (row.Id != next) faults.Add(row.Id > next ? new(AuditFaultKind.Missing, next, null) : new(AuditFaultKind.Inserted, row.Id, row.Act));
            else if (row.Segment != segment.Number || row.Hash != AuditChain.HashOf(LastHash, row.Id, row.Act, row.Ticks, row.Actor, row.Subject, row.Detail)) faults.Add(new(AuditFaultKind.Changed, row.Id, row.Act));
            else if (row.Id == segment.First && row.Ticks != segment.Opened) faults.Add(new(AuditFaultKind.SegmentChanged, segment.Number, null));
            LastHash = row.Hash;
            next = row.Id + 1;
        }

        public void End()
        {
            while (at < segments.Count - 1)
                if (!Open()) break;
            Close();
            if (at < 0 && Events > 0) faults.Add(new(AuditFaultKind.SegmentMissing, 1, null));
        }

        /// <returns>Whether there was one more.</returns>
        private bool Open()
        {
            if (at >= 0) Close();
            if (at >= segments.Count - 1) return false;
            if (segments[++at] is not { } opened)
            {
                faults.Add(new(AuditFaultKind.SegmentChanged, at + 1, null));
                return true;
            }

            if (opened.Number != at + 1) faults.Add(new(AuditFaultKind.SegmentMissing, at + 1, null));
            if (opened.First != next || opened.StartHash != LastHash || !opened.IsWhole || (opened.SealedAt is null && at < segments.Count - 1)) faults.Add(new(AuditFaultKind.SegmentChanged, opened.Number, null));
            segment = opened;
            if (opened.DroppedAt is not null) (next, LastHash) = (opened.Last + 1, opened.EndHash);
            return true;
        }

        private void Close()
        {
            if (at < 0 || segments[at] is null) return;
            if (next <= segment.Last)
            {
                faults.Add(new(AuditFaultKind.Missing, next, null));
                (next, LastHash) = (segment.Last + 1, segment.EndHash);
            }
            else if (next == segment.Last + 1 && LastHash != segment.EndHash) faults.Add(new(AuditFaultKind.SegmentChanged, segment.Number, null));
            else if (next > segment.Last + 1) faults.Add(new(AuditFaultKind.Inserted, segment.Last + 1, null));
        }
    }

    private readonly record struct EventRow(long Id, long Segment, string Act, long Ticks, string? Actor, string? Subject, string? Detail, string Hash)
    {
        public static EventRow Of(DbDataReader r) => new(Number(r, 0), Number(r, 1), Text(r, 2) ?? "", Number(r, 3), Text(r, 4), Text(r, 5), Text(r, 6), Text(r, 7) ?? "");
    }

    private readonly record struct SegmentRow(int Number, long First, long Last, string StartHash, string EndHash, long Opened, long? SealedAt, string? Seal, long? DroppedAt)
    {
        /// <summary>Sealed, and its seal fits; or open.</summary>
        public bool IsWhole => SealedAt is { } sealedAt ? Seal == AuditSegment.SealOf(Number, First, Last, StartHash, EndHash, Opened, sealedAt) : Seal is null && DroppedAt is null;

        public static SegmentRow Of(DbDataReader r) => new(
            (int)VerifyAudit.Number(r, 0), VerifyAudit.Number(r, 1), VerifyAudit.Number(r, 2), Text(r, 3) ?? "", Text(r, 4) ?? "", VerifyAudit.Number(r, 5),
            r.IsDBNull(6) ? null : VerifyAudit.Number(r, 6), Text(r, 7), r.IsDBNull(8) ? null : VerifyAudit.Number(r, 8));
    }

    private readonly record struct PersonRow(string Pseudonym, MemberId Member, string Salt)
    {
        public static PersonRow Of(DbDataReader r) => new(Text(r, 0) ?? "", new(r.GetGuid(1)), Text(r, 2) ?? "");
    }
}

/// <param name="Events">Read, those of dropped segments not among them.</param>
/// <param name="Segments">Dropped ones included.</param>
/// <param name="Dropped">Whose events were deleted because their time was over.</param>
/// <param name="LastHash">Whoever writes it down can prove later that nothing before it was changed.</param>
/// <param name="Faults">None: the log is as it was written.</param>
public sealed record AuditReport(long Events, int Segments, int Dropped, string LastHash, IReadOnlyList<AuditFault> Faults);

/// <param name="Kind">What is wrong.</param>
/// <param name="Number">Place of the event, or number of the segment.</param>
/// <param name="About">The act's word, or the pseudonym, as it stands in the store.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Number, string? About);

public enum AuditFaultKind { Changed, Missing, Inserted, Unreadable, SegmentChanged, SegmentMissing, PseudonymChanged }
