using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Lets a published file's changes of records take effect; what was changed here since the file was read is still not overwritten.</summary>
internal static class StagedUpdates
{
    /// <summary>Saved by the caller.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> Apply(NetworkDb db, ImportId import, int most, DateTimeOffset now, CancellationToken stop)
    {
        var updates = await db.StagedUpdates.Where(u => u.ImportId == import).OrderBy(u => u.Id).Take(most).ToListAsync(stop);
        foreach (var kind in updates.GroupBy(update => update.Kind))
        {
            var bySubject = kind.ToDictionary(update => update.Subject);
            if (kind.Key == RecordKind.Organisations) await ApplyOrganisations(db, bySubject, now, stop);
            else if (kind.Key == RecordKind.Members) await ApplyMembers(db, bySubject, now, stop);
            else await ApplyCases(db, bySubject, now, stop);
        }

        db.StagedUpdates.RemoveRange(updates);
        return updates.Count;
    }

    private static async Task ApplyOrganisations(NetworkDb db, Dictionary<Guid, StagedUpdate> updates, DateTimeOffset now, CancellationToken stop)
    {
        var ids = updates.Keys.Select(OrganisationId.From).ToList();
        var organisations = await db.Organisations.Where(o => ids.Contains(o.Id)).ToListAsync(stop);
        var files = updates.ToDictionary(pair => pair.Key, pair => StagedJson.Read<OrganisationRecord>(pair.Value));
        var parents = await db.OrganisationIds(files.Values.Select(file => file.Parent), stop);
        var people = await db.MemberIds(files.Values.Select(file => file.ContactPoint), stop);
        var here = await db.RecordsOf(organisations, stop);
        foreach (var (organisation, record) in organisations.Zip(here))
        {
            var file = files[organisation.Id.Value];
            var merge = FieldMerge.Of(OrganisationRecord.Fields, record, file, updates[organisation.Id.Value].GivenFields(), organisation.ImportMarks, _ => FieldRule.File);
            foreach (var field in merge.Taken) file.Give(organisation, field);
            if (merge.Taken.Contains("parent")) organisation.Parent = file.Parent is { } parent ? parents.GetValueOrDefault(parent) : null;
            if (merge.Taken.Contains("contact_point")) await Appoint(db, organisation, file.ContactPoint, people, stop);
            organisation.ImportMarks = merge.Marks;
            db.Changes.Add(Change.Of(ChangedKind.Organisation, organisation.Id.Value, now));
        }
    }

    private static async Task Appoint(NetworkDb db, Organisation organisation, string? email, Dictionary<string, MemberId> people, CancellationToken stop)
    {
        db.AwaitedPeople.RemoveRange(await db.AwaitedPeople.Where(a => a.OrganisationId == organisation.Id).ToListAsync(stop));
        organisation.ContactPoint = email is not null && people.TryGetValue(email, out var member) ? member : null;
        if (email is not null && organisation.ContactPoint is null) db.AwaitedPeople.Add(new AwaitedPerson { Email = email, OrganisationId = organisation.Id });
    }

    private static async Task ApplyMembers(NetworkDb db, Dictionary<Guid, StagedUpdate> updates, DateTimeOffset now, CancellationToken stop)
    {
        var ids = updates.Keys.Select(MemberId.From).ToList();
        var members = await db.Members.Where(m => ids.Contains(m.Id) && m.State != MemberState.Left && m.State != MemberState.Erased).ToListAsync(stop);
        var files = updates.ToDictionary(pair => pair.Key, pair => StagedJson.Read<MemberRecord>(pair.Value));
        var keys = files.Values.Select(file => file.Organisation).Distinct().ToList();
        var organisations = await db.Organisations.Where(o => keys.Contains(o.Key)).ToDictionaryAsync(o => o.Key, stop);
        var here = await db.RecordsOf(members, stop);
        foreach (var (member, record) in members.Zip(here))
        {
            var file = files[member.Id.Value];
            var merge = ImportMembers.MergeOf(member, record, file, updates[member.Id.Value].GivenFields());
            foreach (var field in merge.Taken) file.Give(member, field);
            if (merge.Taken.Contains("organisation") && organisations.TryGetValue(file.Organisation, out var organisation)) member.JoinOrganisation(organisation, OrganisationProof.Import);
            if (member is { ImportMarks: null, HasJoined: false }) member.AnswerDue ??= now + Member.AnswerWithin;
            member.ImportMarks = merge.Marks;
            db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, now));
        }
    }

    private static async Task ApplyCases(NetworkDb db, Dictionary<Guid, StagedUpdate> updates, DateTimeOffset now, CancellationToken stop)
    {
        var ids = updates.Keys.Select(CaseId.From).ToList();
        var cases = await db.Cases.Include(c => c.Contacts).Include(c => c.NamedPartners).Where(c => ids.Contains(c.Id) && (c.State == CaseState.Published || c.State == CaseState.Archived)).ToListAsync(stop);
        var files = updates.ToDictionary(pair => pair.Key, pair => StagedJson.Read<CaseRecord>(pair.Value));
        var organisations = await db.OrganisationIds(files.Values.Select(file => file.Organisation), stop);
        var people = await db.MemberIds(files.Values.SelectMany(file => file.Contacts), stop);
        var here = await db.RecordsOf(cases, stop);
        foreach (var (@case, record) in cases.Zip(here))
        {
            var file = files[@case.Id.Value];
            var merge = ImportCases.MergeOf(@case, record, file, updates[@case.Id.Value].GivenFields());
            foreach (var field in merge.Taken) file.Give(@case, field);
            if (merge.Taken.Contains("organisation")) @case.OrganisationId = file.Organisation is { } key && organisations.TryGetValue(key, out var id) ? id : null;
            if (merge.Taken.Contains("contacts")) await NameContacts(db, @case, file.Contacts, people, stop);
            @case.ImportMarks = merge.Marks;
            if (merge.Taken.Count > 0) await CountEdition(db, @case, now, stop);
            db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        }
    }

    /// <summary>Whoever is changing the case now started from another text and is told; a history that exists goes on.</summary>
    private static async Task CountEdition(NetworkDb db, Case @case, DateTimeOffset now, CancellationToken stop)
    {
        @case.Edition++;
        if (!await db.CaseVersions.AnyAsync(version => version.CaseId == @case.Id, stop)) return;
        var scheme = @case.SchemeId is { } id ? await db.Schemes.FindAsync([id], stop) : null;
        var content = @case.Content(scheme, @case.Contacts.Exists(contact => contact.MemberId == @case.AuthorId));
        db.CaseVersions.Add(new CaseVersion { CaseId = @case.Id, Number = @case.Edition, At = now, Content = content });
    }

    private static async Task NameContacts(NetworkDb db, Case @case, List<string> emails, Dictionary<string, MemberId> people, CancellationToken stop)
    {
        db.AwaitedPeople.RemoveRange(await db.AwaitedPeople.Where(a => a.CaseId == @case.Id).ToListAsync(stop));
        var named = emails.Where(people.ContainsKey).Select(email => people[email]).ToHashSet();
        @case.Contacts.RemoveAll(contact => !named.Contains(contact.MemberId));
        foreach (var (position, email) in emails.Index())
        {
            if (!people.TryGetValue(email, out var member)) db.AwaitedPeople.Add(new AwaitedPerson { Email = email, CaseId = @case.Id, Position = position });
            else if (@case.Contacts.Find(contact => contact.MemberId == member) is { } contact) contact.Position = position;
            else @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = member, Position = position });
        }
    }

    private static async Task<Dictionary<string, OrganisationId>> OrganisationIds(this NetworkDb db, IEnumerable<string?> named, CancellationToken stop)
    {
        var keys = named.OfType<string>().Distinct().ToList();
        return keys.Count == 0 ? [] : await db.Organisations.Where(o => keys.Contains(o.Key)).Select(o => new { o.Key, o.Id }).ToDictionaryAsync(o => o.Key, o => o.Id, stop);
    }

    private static async Task<Dictionary<string, MemberId>> MemberIds(this NetworkDb db, IEnumerable<string?> named, CancellationToken stop)
    {
        var emails = named.OfType<string>().Distinct().ToList();
        return emails.Count == 0 ? [] : await db.Members.Where(m => m.Email != null && emails.Contains(m.Email)).Select(m => new { m.Id, m.Email }).ToDictionaryAsync(m => m.Email!, m => m.Id, stop);
    }

    private static HashSet<string> GivenFields(this StagedUpdate update) => [.. update.Given];
}
