using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>
/// One file of records on its way into the store: every line is checked first, and counted as what it would do; then
/// the lines are read again and written, seen by nobody, and published all at once.
/// </summary>
public abstract class RecordImport<TRecord>(NetworkDb db, ImportWriter writer, TimeProvider clock)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public FileFaults Faults { get; } = new();

    public ImportSummary Summary { get; } = new();

    /// <summary>Whose rights it is done with; none for the administrator of the machine.</summary>
    public MemberId? By { get; set; }

    protected NetworkDb Db => db;

    /// <summary>What is made is as old as its import, to the tick.</summary>
    protected DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected abstract RecordKind Kind { get; }

    protected abstract IReadOnlyList<RecordField<TRecord>> Fields { get; }

    /// <summary>By what a file's author tells this record from others; told in differences and in repeated lines.</summary>
    protected abstract (string Field, string Value) Key(TRecord record);

    /// <summary>What these lines do; what they cannot do is a fault.</summary>
    /// <param name="chunk">Lines in the order of the file.</param>
    /// <param name="writing">The second time, for real.</param>
    /// <param name="stop">Ends it.</param>
    protected abstract Task<IReadOnlyList<Planned>> Plan(IReadOnlyList<ImportLine<TRecord>> chunk, bool writing, CancellationToken stop);

    public async Task Check(IReadOnlyList<ImportLine<TRecord>> chunk, CancellationToken stop)
    {
        Summary.Read += chunk.Count;
        var once = chunk.Where(IsNotRepeated).ToList();
        foreach (var planned in await Plan(once, writing: false, stop)) Count(planned);
        db.ChangeTracker.Clear();
    }

    /// <summary>What only the whole file tells.</summary>
    public virtual Task EndCheck(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Writes lines that were checked, seen by nobody.</summary>
    public async Task<Refusal?> Write(IReadOnlyList<ImportLine<TRecord>> chunk, CancellationToken stop)
    {
        var faults = Faults.Count;
        var plans = await Plan(chunk, writing: true, stop);
        if (Faults.Count > faults) return TransferRefusals.ImportOvertaken; // the store is not what it was when the line was checked
        return await writer.Write([.. plans.SelectMany(Rows)], stop);
    }

    /// <summary>Shows all that was written at once.</summary>
    public Task<Refusal?> Publish(AuditEvent audit, CancellationToken stop) => writer.Publish(audit, updates => Again(updates, stop), stop);

    private IEnumerable<object> Rows(Planned planned) => planned.Subject is null ? planned.New : Update(planned) is { } update ? [update] : [];

    private StagedUpdate? Update(Planned planned)
    {
        if (planned is not { Subject: { } subject, Merge: { ChangesAnything: true }, Stored: { } stored }) return null;
        return new StagedUpdate
        {
            ImportId = writer.Id, Kind = Kind, Subject = subject, Version = stored.Version, Columns = StagedColumns.Of(db, stored.Entity, stored.Take), People = stored.People,
            Record = StagedJson.Write(planned.File), Given = [.. planned.Line.Given],
        };
    }

    /// <summary>What was changed here since the file was read is not overwritten either.</summary>
    internal async Task<IReadOnlyList<StagedUpdate>> Again(IReadOnlyList<StagedUpdate> updates, CancellationToken stop)
    {
        var lines = updates.Select(update => new ImportLine<TRecord>(0, StagedJson.Read<TRecord>(update), new HashSet<string>(update.Given))).ToList();
        return [.. (await Plan(lines, writing: true, stop)).Select(Update).OfType<StagedUpdate>()];
    }

    private bool IsNotRepeated(ImportLine<TRecord> line)
    {
        var (field, key) = Key(line.Record);
        if (ExampleRow.Is(key))
        {
            Faults.Add(line.Line, field, Mend.Example);
            return false;
        }

        if (seen.TryAdd(key, line.Line)) return true;
        Faults.Add(line.Line, field, Mend.Repeated(key, seen[key]));
        return false;
    }

    private void Count(Planned planned)
    {
        if (planned.Subject is null)
        {
            Summary.New++;
            return;
        }

        var id = Key(planned.Line.Record).Value;
        if (planned.Merge is not { } merge)
        {
            Summary.Unchanged++;
            Summary.Keep(new KeptDifference(planned.Line.Line, id, "", "", "", planned.WhyUntouched));
            return;
        }

        if (merge.Taken.Count > 0) Summary.Changed++;
        else Summary.Unchanged++;
        foreach (var field in Fields.Where(field => merge.Kept.Contains(field.Name)))
            Summary.Keep(new KeptDifference(planned.Line.Line, id, field.Name, field.Text(planned.Here!), field.Text(planned.File)));
    }

    /// <param name="Line">As the file says it.</param>
    /// <param name="File">The same with its references resolved.</param>
    /// <param name="New">What is to be added; for a new record.</param>
    /// <param name="Subject">The record that is there already.</param>
    /// <param name="Here">That one, as files tell it.</param>
    /// <param name="Merge">What of the line it takes over; none when it is not to be touched.</param>
    /// <param name="WhyUntouched">Why not.</param>
    protected sealed record Planned(
        ImportLine<TRecord> Line, TRecord File, IReadOnlyList<object> New, Guid? Subject = null, TRecord? Here = default, FieldMerge? Merge = null, Mend? WhyUntouched = null)
    {
        public StoredRow? Stored { get; init; }
    }

    /// <summary>The row that takes fields over.</summary>
    /// <param name="Entity">Read without tracking.</param>
    /// <param name="Version">The entity's.</param>
    /// <param name="Take">Takes the merge's fields over into the entity.</param>
    /// <param name="People">Addresses of those whom the file names anew; none when it leaves them as they are.</param>
    protected sealed record StoredRow(object Entity, int Version, Action Take, List<string>? People = null);

    protected Planned Added(ImportLine<TRecord> line, TRecord file, params IReadOnlyList<object> rows) => new(line, file, rows);

    protected Planned Merged(ImportLine<TRecord> line, TRecord file, Guid subject, TRecord here, FieldMerge merge, StoredRow stored) =>
        new(line, file, [], subject, here, merge) { Stored = stored };

    protected Planned Untouched(ImportLine<TRecord> line, Guid subject, Mend why) => new(line, line.Record, [], subject, WhyUntouched: why);
}
