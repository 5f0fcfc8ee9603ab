using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>A file of organisations. A parent may stand anywhere in the file, or in the store; a circle of parents is refused.</summary>
public sealed class ImportOrganisations(NetworkDb db, ImportWriter writer, TimeProvider clock) : RecordImport<OrganisationRecord>(db, writer, clock)
{
    private readonly Dictionary<string, (int Line, string? Parent)> inFile = new(StringComparer.Ordinal);
    private readonly Dictionary<OrganisationId, string> renamed = [];
    private OrganisationDirectory? directory;

    protected override RecordKind Kind => RecordKind.Organisations;

    protected override IReadOnlyList<RecordField<OrganisationRecord>> Fields => OrganisationRecord.Fields;

    protected override (string Field, string Value) Key(OrganisationRecord record) => ("id", record.Id);

    protected override async Task<IReadOnlyList<Planned>> Plan(IReadOnlyList<ImportLine<OrganisationRecord>> chunk, bool writing, CancellationToken stop)
    {
        directory ??= await OrganisationDirectory.Of(Db, stop);
        var known = chunk.Select(line => Known(line.Record)?.Id).OfType<OrganisationId>().ToList();
        var stored = await Db.Organisations.AsNoTracking().Where(o => known.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        var entities = stored.Values.ToList();
        var here = entities.Zip(await Db.RecordsOf(entities, stop)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        var emails = chunk.Select(line => line.Record.ContactPoint).OfType<string>().Distinct().ToList();
        var people = await Db.Members.Where(m => m.Email != null && emails.Contains(m.Email)).Select(m => new { m.Id, m.Email }).ToDictionaryAsync(m => m.Email!, m => m.Id, stop);

        List<Planned> plans = [];
        foreach (var line in chunk)
        {
            if (!writing) Note(line);
            if (line.Record.ContactPoint is { } email && !people.ContainsKey(email) && !writing) Summary.Awaited++;
            var file = line.Record with { Parent = line.Record.Parent is { } parent ? directory.WithKey(parent)?.Key ?? parent : null };
            if (Known(file) is not { } one || !stored.TryGetValue(one.Id, out var organisation))
                plans.Add(Added(line, file, New(file, people)));
            else if (one.Key != file.Id && !one.CameWithACase)
                plans.Add(Untouched(line, one.Id.Value, Mend.MergedInto(one.Key)));
            else
                plans.Add(Merge(line, file, organisation, here[one.Id], people));
        }

        return plans;
    }

    private Planned Merge(ImportLine<OrganisationRecord> line, OrganisationRecord file, Organisation organisation, OrganisationRecord here, Dictionary<string, MemberId> people)
    {
        var merge = FieldMerge.Of(Fields, here, file, line.Given, organisation.ImportMarks, _ => FieldRule.File);
        var point = merge.Taken.Contains("contact_point");
        return Merged(line, file, organisation.Id.Value, here, merge, new(organisation, organisation.Version, Take, point ? [.. new[] { file.ContactPoint }.OfType<string>()] : null));

        void Take()
        {
            foreach (var field in merge.Taken) file.Give(organisation, field);
            if (merge.Taken.Contains("parent")) organisation.Parent = file.Parent is { } parent ? directory!.WithKey(parent)?.Id : null;
            if (point) organisation.ContactPoint = file.ContactPoint is { } email && people.TryGetValue(email, out var member) ? member : null;
            organisation.ImportMarks = merge.Marks;
        }
    }

    public override async Task EndCheck(CancellationToken stop)
    {
        directory ??= await OrganisationDirectory.Of(Db, stop);
        var parents = directory.All.ToDictionary(o => o.Key, o => directory.With(o.Parent)?.Key, StringComparer.Ordinal);
        foreach (var (id, (line, parent)) in inFile)
        {
            if (parent is not null && !inFile.ContainsKey(parent) && directory.WithKey(parent) is null)
                Faults.Add(line, "parent", Mend.ParentUnknown(parent));
            parents[id] = parent;
        }

        foreach (var id in ParentCircles.In(parents))
            if (inFile.TryGetValue(id, out var place)) Faults.Add(place.Line, "parent", Mend.ParentCircle(id));

        // ids are given before the first row is written, so that a row may name a parent that comes later
        foreach (var id in inFile.Keys.Where(id => directory.WithKey(id) is null))
            directory.Add(new KnownOrganisation(EntityId.New<OrganisationId>(Now), id, id, default, default, ""));
    }

    private void Note(ImportLine<OrganisationRecord> line)
    {
        var record = line.Record;
        if (Known(record) is not { } known)
        {
            inFile.TryAdd(record.Id, (line.Line, record.Parent));
            return;
        }

        directory!.AddKey(record.Id, known);
        renamed.TryAdd(known.Id, record.Id);
        inFile.TryAdd(record.Id, (line.Line, line.Given.Contains("parent") ? record.Parent : directory.With(known.Parent)?.Key));
    }

    /// <summary>By its id, else one that came with a case and is called the same.</summary>
    private KnownOrganisation? Known(OrganisationRecord record)
    {
        if (directory!.WithKey(record.Id) is { } byId) return byId;
        return directory.Named(record.Name) is { CameWithACase: true } same && same.Name == record.Name && same.Country == record.Country && !renamed.ContainsKey(same.Id) ? same : null;
    }

    private object[] New(OrganisationRecord record, Dictionary<string, MemberId> people)
    {
        var id = directory!.WithKey(record.Id)?.Id ?? EntityId.New<OrganisationId>(Now);
        var organisation = record.ToOrganisation(id, Now);
        organisation.Parent = record.Parent is { } parent ? directory.WithKey(parent)?.Id : null;
        if (record.ContactPoint is not { } email) return [organisation];
        if (!people.TryGetValue(email, out var member)) return [organisation, new AwaitedPerson { Email = email, OrganisationId = id }];
        organisation.ContactPoint = member;
        return [organisation];
    }
}
