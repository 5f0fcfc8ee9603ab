using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Transfer;

/// <summary>The formats that records leave in.</summary>
internal enum ExportFormat { JsonLines, Csv, OpsiJson }

/// <summary>Writes what is published into a stream, and that somebody did so into the audit log.</summary>
public sealed class ExportFiles(ExportRecords records, FinishImports imports, NetworkDb db, TimeProvider clock)
{
    /// <summary>Rows of an import that is carried to its end first.</summary>
    private const int AtOnce = 100;

    /// <returns>None for an ending that is no format of ours.</returns>
    internal static ExportFormat? FormatOf(string name) =>
        name.EndsWith(".opsi.json", StringComparison.OrdinalIgnoreCase) ? ExportFormat.OpsiJson
        : RecordFile.FormatOf(name) switch
        {
            RecordFormat.JsonLines => ExportFormat.JsonLines,
            RecordFormat.Csv => ExportFormat.Csv,
            _ => null,
        };

    /// <param name="by">None for the administrator of the machine.</param>
    /// <returns>How many records were written, or <see cref="TransferRefusals.MayNotTransfer"/>.</returns>
    internal async Task<Result<int>> Run(RecordKind kind, ExportFormat format, Stream to, Member? by, CancellationToken stop)
    {
        if (TransferRefusals.For(by, kind, export: true) is { } refusal) return refusal;

        // what is decided is part of the moment that an export shows
        while (await imports.RunAll(AtOnce, stop) > 0)
        {
        }

        int count;
        await using (await db.BeginRead(stop)) count = await Write(kind, format, to, by, stop);
        var detail = FormattableString.Invariant($"{Vocabulary.Write(kind)}: {count}");
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.RecordsExported, by?.Id, null, clock.GetUtcNow(), detail));
        await db.SaveChangesAsync(stop);
        return count;
    }

    private async Task<int> Write(RecordKind kind, ExportFormat format, Stream to, Member? by, CancellationToken stop)
    {
        var reader = by is null ? null : await records.ReaderOf(by.Id, stop);
        return (kind, format) switch
        {
            (RecordKind.Cases, ExportFormat.OpsiJson) => await OpsiCases.Write(
                records.Cases(reader, stop), await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Key, o => o.Name, stop), to, clock.GetUtcNow(), stop),
            (RecordKind.Organisations, _) => await Write(records.Organisations(stop), OrganisationRecord.Fields, format, to, stop),
            (RecordKind.Members, _) => await Write(records.Members(stop), MemberRecord.Fields, format, to, stop),
            _ => await Write(records.Cases(reader, stop), CaseRecord.Fields, format, to, stop),
        };
    }

    private static Task<int> Write<TRecord>(
        IAsyncEnumerable<TRecord> records, IReadOnlyList<RecordField<TRecord>> fields, ExportFormat format, Stream to, CancellationToken stop) =>
        format == ExportFormat.Csv ? RecordWriter.WriteCsv(records, fields, to, stop) : RecordWriter.WriteJsonLines(records, fields, to, stop);
}
