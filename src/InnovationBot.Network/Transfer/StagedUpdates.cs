using InnovationBot.Network.Cases;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>
/// Lets a file's changes of records that are there already take effect. All of them do within the publishing commit, so that nobody reads some
/// old and some new, unless they are so many that everybody else would wait for it.
/// </summary>
/// <param name="db">The caller's, within its transaction.</param>
/// <param name="import">Held by the caller's lock; it is told how far they are.</param>
/// <param name="anew">Works changes out once more, of records that somebody changed since; one that is not to be changed any more is left out.</param>
/// <param name="now">UTC.</param>
internal sealed class StagedUpdates(NetworkDb db, Import import, Func<IReadOnlyList<StagedUpdate>, Task<IReadOnlyList<StagedUpdate>>> anew, DateTimeOffset now)
{
    /// <summary>Changes that one commit makes at least.</summary>
    public const int Chunk = 500;

    /// <summary>Of the machine's time, for one commit: on SQLite nobody else writes meanwhile. With what is begun within it and the commit, less than a second on a busy machine too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    /// <returns>How many took effect, 0 when no more were left.</returns>
    public async Task<int> Apply(CancellationToken stop)
    {
        await using var columns = new StagedColumns(db);
        var began = TimeProvider.System.GetTimestamp();
        for (var count = 0; ;)
        {
            var changes = TimeProvider.System.GetElapsedTime(began) > Longest ? [] : await db.StagedUpdates.AsNoTracking().Where(u => u.ImportId == import.Id && u.Id > import.AppliedTo).OrderBy(u => u.Id).Take(Chunk)
                .Select(u => new StagedChange(u.Id, u.Kind, u.Subject, u.Version, u.Columns, u.People)).ToListAsync(stop);
            if (changes.Count == 0)
            {
                if (count > 0) await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.AppliedTo, import.AppliedTo), stop);
                return count;
            }

            (import.AppliedTo, count) = (changes[^1].Id, count + changes.Count);
            List<StagedChange> done = [];
            while (changes.Count > 0)
            {
                List<StagedChange> lost = [];
                foreach (var change in changes)
                {
                    if (await columns.Write(change, stop)) done.Add(change);
                    else lost.Add(change);
                }

                changes = lost.Count == 0 ? [] : await Anew(lost, stop);
            }

            await NamePeople(done, stop);
            await WriteHistory(done, stop);
        }
    }

    private async Task<List<StagedChange>> Anew(List<StagedChange> lost, CancellationToken stop)
    {
        var subjects = lost.ConvertAll(change => change.Subject);
        var updates = await db.StagedUpdates.AsNoTracking().Where(u => u.ImportId == import.Id && subjects.Contains(u.Subject)).ToListAsync(stop);
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
