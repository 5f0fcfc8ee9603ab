using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Transfer;

/// <summary>A file to be taken in.</summary>
/// <param name="Content">Can be sought.</param>
/// <param name="Map">Columns, lower case, whose names the caller translated into fields.</param>
/// <param name="Set">Fields with one value for all lines.</param>
/// <param name="By">None for the administrator of the machine.</param>
/// <param name="DryRun">Checks and counts, and stores nothing.</param>
internal sealed record ImportRequest(
    RecordKind Kind, Stream Content, RecordFormat Format, IReadOnlyDictionary<string, string> Map, IReadOnlyDictionary<string, string> Set, Member? By, bool DryRun);

/// <summary>What came of it; nothing was stored when there are faults or a refusal.</summary>
internal sealed record ImportOutcome(FileFaults Faults, ImportSummary Summary, IReadOnlyList<string> UnknownColumns, Refusal? Refusal = null)
{
    /// <summary>Columns that the caller translated and the file does not have.</summary>
    public IReadOnlyList<string> AbsentColumns { get; init; } = [];

    public bool IsDone => Refusal is null && Faults.Count == 0;
}

/// <summary>Takes files into the network: reads a file once to check all of it, and once more to write it.</summary>
/// <param name="services">Of a scope that lives as long as the import.</param>
internal sealed class ImportFiles(IServiceProvider services)
{
    private const int CheckedAtOnce = 500;

    /// <summary>Rows of one transaction: some milliseconds in which nobody else writes, and not a second on a machine that does twenty things at once.</summary>
    private const int WrittenAtOnce = 50;

    /// <inheritdoc cref="WrittenAtOnce"/>
    private const int FinishedAtOnce = 100;

    public Task<ImportOutcome> Run(ImportRequest request, IImportProgress progress, CancellationToken stop) => request.Kind switch
    {
        RecordKind.Organisations => Run(request, services.GetRequiredService<ImportOrganisations>(), RecordReader.Organisation, progress, stop),
        RecordKind.Members => Run(request, services.GetRequiredService<ImportMembers>(), RecordReader.Member, progress, stop),
        _ => Run(request, services.GetRequiredService<ImportCases>(), RecordReader.Case, progress, stop),
    };

    private async Task<ImportOutcome> Run<TRecord>(
        ImportRequest request, RecordImport<TRecord> import, Func<FieldReader, TRecord> read, IImportProgress progress, CancellationToken stop)
    {
        var file = new RecordFile(request.Content, request.Format, RecordShape.Of(request.Kind), request.Map, request.Set);
        import.By = request.By?.Id;
        if (TransferRefusals.For(request.By, request.Kind, export: false) is { } refusal) return new(import.Faults, import.Summary, [], refusal);
        if (!await file.Check(import.Faults, stop)) return new(import.Faults, import.Summary, []);

        await foreach (var chunk in Lines(file, read, import.Faults, CheckedAtOnce, stop))
        {
            await import.Check(chunk, stop);
            progress.Checked(import.Summary.Read);
        }

        await import.EndCheck(stop);
        return new(
            import.Faults, import.Summary, file.UnknownColumns,
            import.Faults.Count > 0 || request.DryRun ? null : await Write(request, file, import, read, progress, stop)) { AbsentColumns = file.AbsentColumns };
    }

    private async Task<Refusal?> Write<TRecord>(
        ImportRequest request, RecordFile file, RecordImport<TRecord> import, Func<FieldReader, TRecord> read, IImportProgress progress, CancellationToken stop)
    {
        await services.GetRequiredService<RehearseImport>().Once(stop);
        var (writer, summary) = (services.GetRequiredService<ImportWriter>(), import.Summary);
        while (!await writer.Begin(stop))
        {
            progress.Waiting();
            await WritingPace.Pause(stop);
        }

        Refusal? refusal = null;
        var isPublished = false;
        try
        {
            var written = 0;
            await foreach (var chunk in Lines(file, read, import.Faults, WrittenAtOnce, stop))
            {
                refusal = await WritingPace.Keep(() => import.Write(chunk, stop), stop);
                if (refusal is not null) return refusal;
                progress.Written(written += chunk.Count, summary.Read);
            }

            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var detail = FormattableString.Invariant($"{Vocabulary.Write(request.Kind)}: {summary.New} new, {summary.Changed} changed");
            refusal = await import.Publish(AuditEvent.Of(AuditAct.RecordsImported, request.By?.Id, null, now, detail), stop);
            isPublished = refusal is null;
        }
        finally
        {
            if (!isPublished) await writer.Abandon(CancellationToken.None);
        }

        // decided: whatever happens from here on, whoever opens the store next carries it to its end
        var finish = services.GetRequiredService<FinishImports>();
        while (isPublished && await WritingPace.Keep(() => finish.RunAll(FinishedAtOnce, stop), stop) > 0)
        {
        }

        return refusal;
    }

    /// <summary>Lines that could be read, some at a time; a line with a fault is left out and told.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<ImportLine<TRecord>>> Lines<TRecord>(
        RecordFile file, Func<FieldReader, TRecord> read, FileFaults faults, int atOnce, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var chunk = new List<ImportLine<TRecord>>(atOnce);
        await foreach (var row in file.Rows(faults, stop))
        {
            var before = faults.Count;
            var record = read(new FieldReader(row, faults));
            if (faults.Count == before) chunk.Add(new ImportLine<TRecord>(row.Line, record, row.Given));
            if (chunk.Count < atOnce) continue;
            yield return chunk;
            chunk = new List<ImportLine<TRecord>>(atOnce);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}

/// <summary>Told how far a long file is.</summary>
internal interface IImportProgress
{
    void Checked(int lines);

    void Written(int lines, int of);

    /// <summary>Another import is being written.</summary>
    void Waiting();
}
