using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>A file of cases. They are published at once; without a lesson or a result they are marked as incomplete.</summary>
public sealed class ImportCases(NetworkDb db, ImportWriter writer, ILanguageDetector detector, SettingsInForce settings, TimeProvider clock)
    : RecordImport<CaseRecord>(db, writer, clock)
{
    private readonly HashSet<OrganisationId> written = [];
    private OrganisationDirectory? directory;
    private NetworkSettings? inForce;
    private Reader? reader;

    protected override RecordKind Kind => RecordKind.Cases;

    protected override IReadOnlyList<RecordField<CaseRecord>> Fields => CaseRecord.Fields;

    protected override (string Field, string Value) Key(CaseRecord record) => ("id", record.Id);

    protected override async Task<IReadOnlyList<Planned>> Plan(IReadOnlyList<ImportLine<CaseRecord>> chunk, bool writing, CancellationToken stop)
    {
        directory ??= await OrganisationDirectory.Of(Db, stop);
        inForce ??= await settings.Now(stop);
        reader ??= By is { } by ? await Db.ReaderOf(by, stop) : null;
        var keys = chunk.Select(line => line.Record.Id).ToList();
        var stored = await Db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.NamedPartners).Where(c => keys.Contains(c.Key)).ToListAsync(stop);
        var here = stored.Zip(await Db.RecordsOf(stored, stop)).ToDictionary(pair => pair.First.Key, pair => (Case: pair.First, Record: pair.Second));
        var emails = chunk.SelectMany(line => line.Record.Contacts).Distinct().ToList();
        var people = emails.Count == 0
            ? []
            : await Db.Members.Where(m => m.Email != null && emails.Contains(m.Email)).Select(m => new { m.Id, m.Email }).ToDictionaryAsync(m => m.Email!, m => m.Id, stop);

        List<Planned> plans = [];
        foreach (var line in chunk)
        {
            var (organisation, made, isKnown) = Organisation(line, writing);
            if (!isKnown) continue;

            var file = WithoutNumbers(line.Record, writing) with
            {
                Organisation = organisation?.Key, OrganisationTier = organisation?.Tier, OrganisationSector = organisation?.Sector,
                Country = line.Record.Country ?? organisation?.Country,
            };
            if (!writing) Summary.Awaited += file.Contacts.Count(email => !people.ContainsKey(email));
            if (!writing) Summary.LinksNotShown += file.Links.Count(link => !link.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
            if (!here.TryGetValue(file.Id, out var there))
            {
                if (IsReadable(line, file.Readers, organisation?.Id)) plans.Add(New(line, file, organisation, made, people, writing));
            }
            else if (there.Case.State is not (CaseState.Published or CaseState.Archived))
            {
                plans.Add(Untouched(line, there.Case.Id.Value, Mend.NotPublished));
            }
            else if (IsKeptFrom(reader, there.Case))
            {
                plans.Add(Untouched(line, there.Case.Id.Value, Mend.NotYours));
            }
            else if (Merge(line, file, there.Case, there.Record, organisation?.Id) is { } merged)
            {
                plans.Add(merged);
            }
        }

        return plans;
    }

    /// <summary>
    /// What members wrote for readers among whom the importer is not: a file neither shows it in its differences nor opens it. What came by files alone
    /// goes on by files.
    /// </summary>
    private static bool IsKeptFrom(Reader? reader, Case @case) => reader is not null && (@case.AuthorId is not null || @case.EditedAt is not null) && !reader.MayRead(@case);

    /// <summary>A case that only its organisation may read has one.</summary>
    private bool IsReadable(ImportLine<CaseRecord> line, Readers readers, OrganisationId? organisation)
    {
        if (readers != Readers.Organisation || organisation is not null) return true;
        Faults.Add(line.Line, "readers", Mend.NoReaders);
        return false;
    }

    /// <summary>Personal numbers of citizens are no part of a case, whoever wrote it.</summary>
    private CaseRecord WithoutNumbers(CaseRecord record, bool writing)
    {
        return record with { Title = Kept(record.Title), Problem = Kept(record.Problem), WhatWasDone = Kept(record.WhatWasDone), Result = Maybe(record.Result), Lesson = Maybe(record.Lesson) };

        string? Maybe(string? text) => text is null ? null : Kept(text);

        string Kept(string text)
        {
            var kept = PersonalDataFinder.MaskNumbers(text);
            if (!writing && kept != text) Summary.NumbersLeftOut++;
            return kept;
        }
    }

    private Planned? Merge(ImportLine<CaseRecord> line, CaseRecord file, Case @case, CaseRecord here, OrganisationId? organisation)
    {
        var merge = FieldMerge.Of(Fields, here, file, line.Given, @case.ImportMarks, field => CaseRecord.IsOfOrganisation(field) ? FieldRule.Channel : FieldRule.File);
        var (readers, whose) = (merge.Taken.Contains("readers"), merge.Taken.Contains("organisation"));
        if ((readers || whose) && !IsReadable(line, readers ? file.Readers : @case.Readers, whose ? organisation : @case.OrganisationId)) return null;
        return Merged(line, file, @case.Id.Value, here, merge, new(@case, @case.Version, Take, merge.Taken.Contains("contacts") ? file.Contacts : null));

        void Take()
        {
            foreach (var field in merge.Taken) file.Give(@case, field);
            if (merge.Taken.Contains("organisation")) @case.OrganisationId = organisation;
            @case.ImportMarks = merge.Marks;
            if (merge.Taken.Count > 0) @case.Edition++; // whoever is changing the case now started from another text and is told
        }
    }

    private Planned New(
        ImportLine<CaseRecord> line, CaseRecord file, KnownOrganisation? organisation, Organisation? made, Dictionary<string, MemberId> people, bool writing)
    {
        // told by its words only when it counts: that costs more than all the rest of a line
        var language = file.Language ?? (writing ? detector.Detect($"{file.Title}. {file.Problem}") : null) ?? inForce!.DefaultLanguage;
        var @case = file.ToCase(organisation?.Id, language, Now);
        if (!writing && @case.IsIncomplete) Summary.Incomplete++;
        List<object> rows = made is null ? [@case] : [made, @case];
        foreach (var (position, email) in file.Contacts.Index())
        {
            if (people.TryGetValue(email, out var member)) @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = member, Position = position });
            else rows.Add(new AwaitedPerson { Email = email, CaseId = @case.Id, Position = position });
        }

        return Added(line, file, rows);
    }

    /// <summary>The one the case names; one that nobody knows is made, when the line says enough about it.</summary>
    private (KnownOrganisation? Organisation, Organisation? Made, bool IsKnown) Organisation(ImportLine<CaseRecord> line, bool writing)
    {
        var record = line.Record;
        if (record.Organisation is not { } named) return (null, null, true);
        if (directory!.Named(named) is { } organisation) return (organisation, MadeNow(organisation, writing), true);
        if (directory.IsAmbiguous(named))
        {
            Faults.Add(line.Line, "organisation", Mend.Ambiguous(named));
            return default;
        }

        if (record is not { OrganisationTier: { } tier, OrganisationSector: { } sector, Country: { } country })
        {
            Faults.Add(line.Line, "organisation", Mend.UnknownToCase(named));
            return default;
        }

        var made = new KnownOrganisation(EntityId.New<OrganisationId>(Now), OrganisationDirectory.KeyFor(named), named, tier, sector, country) { IsOfThisImport = true };
        directory.Add(made);
        Summary.OrganisationsMade++;
        return (made, MadeNow(made, writing), true);
    }

    /// <summary>With the first case that is written, the organisation that it brings along.</summary>
    private Organisation? MadeNow(KnownOrganisation organisation, bool writing) => writing && organisation.IsOfThisImport && written.Add(organisation.Id)
        ? new OrganisationRecord(organisation.Key, organisation.Name, organisation.Tier, organisation.Sector, organisation.Country, null, [], null, null, [])
            .ToOrganisation(organisation.Id, Now)
        : null;
}
