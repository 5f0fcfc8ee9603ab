using InnovationBot.Network.Cases;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Lets a file's changes of records that are there already take effect: all of them within the publishing commit, so that nobody reads some old and some new.</summary>
internal sealed class StagedUpdates(NetworkDb db, ImportId import, DateTimeOffset now)
{
    /// <summary>Read at a time.</summary>
    private const int Chunk = 1000;

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="anew">Works changes out once more, of records that somebody changed since; one that is not to be changed any more is left out.</param>
    /// <param name="stop">Ends it.</param>
    public async Task Apply(Func<IReadOnlyList<StagedUpdate>, Task<IReadOnlyList<StagedUpdate>>> anew, CancellationToken stop)
    {
        await using var columns = new StagedColumns(db);
        for (long last = 0; ;)
        {
            var changes = await db.StagedUpdates.AsNoTracking().Where(u => u.ImportId == import && u.Id > last).OrderBy(u => u.Id).Take(Chunk)
                .Select(u => new StagedChange(u.Id, u.Kind, u.Subject, u.Version, u.Columns, u.People)).ToListAsync(stop);
            if (changes.Count == 0) return;

            last = changes[^1].Id;
            List<StagedChange> done = [];
            while (changes.Count > 0)
            {
                List<StagedChange> lost = [];
                foreach (var change in changes)
                {
                    if (await columns.Write(change, stop)) done.Add(change);
                    else lost.Add(change);
                }

                changes = lost.Count == 0 ? [] : await Anew(lost, anew, stop);
            }

            await NamePeople(done, stop);
            await WriteHistory(done, stop);
        }
    }

    private async Task<List<StagedChange>> Anew(List<StagedChange> lost, Func<IReadOnlyList<StagedUpdate>, Task<IReadOnlyList<StagedUpdate>>> anew, CancellationToken stop)
    {
        var ids = lost.ConvertAll(change => change.Id);
        var updates = await db.StagedUpdates.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(stop);
        return [.. (await anew(updates)).Select(u => new StagedChange(u.Id, u.Kind, u.Subject, u.Version, u.Columns, u.People))];
    }

    private async Task NamePeople(List<StagedChange> changes, CancellationToken stop)
    {
        var named = changes.Where(change => change.People is not null).ToList();
        if (named.Count == 0) return;

        var emails = named.SelectMany(change => change.People!).Distinct().ToList();
        var members = await db.Members.AsNoTracking().Where(m => m.Email != null && emails.Contains(m.Email)).ToDictionaryAsync(m => m.Email!, m => m.Id, stop);
        var cases = named.Where(change => change.Kind == RecordKind.Cases).Select(change => CaseId.From(change.Subject)).ToList();
        var organisations = named.Where(change => change.Kind == RecordKind.Organisations).Select(change => (OrganisationId?)OrganisationId.From(change.Subject)).ToList();
        await db.CaseContacts.Where(contact => cases.Contains(contact.CaseId)).ExecuteDeleteAsync(stop);
        await db.AwaitedPeople.Where(a => a.CaseId != null && cases.Contains(a.CaseId.Value)).ExecuteDeleteAsync(stop);
        await db.AwaitedPeople.Where(a => organisations.Contains(a.OrganisationId)).ExecuteDeleteAsync(stop);
        foreach (var change in named)
        {
            foreach (var (position, email) in change.People!.Index())
            {
                var isMember = members.TryGetValue(email, out var member);
                if (change.Kind == RecordKind.Organisations && !isMember) db.AwaitedPeople.Add(new AwaitedPerson { Email = email, OrganisationId = OrganisationId.From(change.Subject) });
                else if (change.Kind == RecordKind.Cases && !isMember) db.AwaitedPeople.Add(new AwaitedPerson { Email = email, CaseId = CaseId.From(change.Subject), Position = position });
                else if (change.Kind == RecordKind.Cases) db.CaseContacts.Add(new CaseContact { CaseId = CaseId.From(change.Subject), MemberId = member, Position = position });
            }
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>A history that exists goes on.</summary>
    private async Task WriteHistory(List<StagedChange> changes, CancellationToken stop)
    {
        var changed = changes.Where(change => change.Kind == RecordKind.Cases && change.Columns.Contains($"\"{nameof(Case.Edition)}\":", StringComparison.Ordinal)).Select(change => CaseId.From(change.Subject)).ToList();
        if (changed.Count == 0) return;

        var told = await db.CaseVersions.Where(version => changed.Contains(version.CaseId)).Select(version => version.CaseId).Distinct().ToListAsync(stop);
        foreach (var @case in await db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.NamedPartners).Where(c => told.Contains(c.Id)).ToListAsync(stop))
        {
            var scheme = @case.SchemeId is { } id ? await db.Schemes.FindAsync([id], stop) : null;
            var content = @case.Content(scheme, @case.Contacts.Exists(contact => contact.MemberId == @case.AuthorId));
            db.CaseVersions.Add(new CaseVersion { CaseId = @case.Id, Number = @case.Edition, At = now, Content = content });
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
}
