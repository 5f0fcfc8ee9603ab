using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>
/// Carries published imports to their end, and clears what stopped ones left. A published import is decided and seen:
/// whoever comes next goes on where the last one stopped. What is still to be changed is changed, rows lose the mark of their import, and all of
/// it is told to whoever follows the store. While whoever wrote it is doing that, nobody else does: two at once are in each other's way, and in everybody's.
/// </summary>
public sealed class FinishImports(NetworkDb db, IStagedLines lines, TimeProvider clock) : IDueWork
{
    /// <summary>What nobody is carrying on.</summary>
    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) => Run(most, import => import.IsGivenUp || !import.IsAlive(now), stop);

    /// <summary>All there is, whoever else is at it: for whoever cannot go on before.</summary>
    /// <returns>How many rows were brought to their end, 0 when none are left.</returns>
    public Task<int> RunAll(int most, CancellationToken stop) => Run(most, _ => true, stop);

    private async Task<int> Run(int most, Func<Import, bool> isMine, CancellationToken stop)
    {
        var done = 0;
        foreach (var import in await db.Imports.AsNoTracking().ToListAsync(stop))
        {
            if (done >= most) break;
            if ((import.PublishedAt is null && !import.IsGivenUp) || !isMine(import)) continue;

            await using var transaction = await db.BeginWrite(stop);
            done += import.PublishedAt is null ? await Clear(import.Id, most, stop) : await Step(import.Id, most, stop);
            await transaction.CommitAsync(stop);
            db.ChangeTracker.Clear();
        }

        return done;
    }

    /// <summary>Within the caller's transaction.</summary>
    /// <returns>How many rows were brought to their end; the import is gone when it is fewer than <paramref name="most"/>.</returns>
    private async Task<int> Step(ImportId id, int most, CancellationToken stop)
    {
        if (await db.Lock<Import>(id, stop) is not { PublishedAt: not null } import) return 0;

        import.RenewedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        var applied = await new StagedUpdates(db, import, updates => lines.Again(updates, stop), clock.GetUtcNow()).Apply(stop);
        if (applied > 0) return Math.Max(applied, most);

        var done = await TellUpdates(id, most, stop);
        if (done < most) done += await Settle(id, most - done, stop);
        if (done < most) done += await LetArrive(most - done, stop);
        if (done < most) db.Imports.Remove(import);
        await db.SaveChangesAsync(stop);
        return done < most ? 0 : done;
    }

    private async Task<int> Settle(ImportId id, int most, CancellationToken stop)
    {
        var organisations = await db.Organisations.Where(o => o.StagedBy == id).Take(most).Select(o => o.Id).ToListAsync(stop);
        await db.Organisations.Where(o => organisations.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.StagedBy, (ImportId?)null), stop);
        Tell(ChangedKind.Organisation, organisations.ConvertAll(o => o.Value));
        var done = organisations.Count;

        var members = await db.Members.Where(m => m.StagedBy == id).Take(most - done).Select(m => m.Id).ToListAsync(stop);
        await db.Members.Where(m => members.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.StagedBy, (ImportId?)null), stop);
        Tell(ChangedKind.Member, members.ConvertAll(m => m.Value));
        done += members.Count;

        var cases = await db.Cases.Where(c => c.StagedBy == id).Take(most - done).Select(c => c.Id).ToListAsync(stop);
        await db.Cases.Where(c => cases.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.StagedBy, (ImportId?)null), stop);
        Tell(ChangedKind.Case, cases.ConvertAll(c => c.Value));
        return done + cases.Count;
    }

    private async Task<int> TellUpdates(ImportId id, int most, CancellationToken stop)
    {
        var updates = await db.StagedUpdates.Where(u => u.ImportId == id).OrderBy(u => u.Id).Take(most).Select(u => new { u.Id, u.Kind, u.Subject }).ToListAsync(stop);
        var ids = updates.ConvertAll(u => u.Id);
        await db.StagedUpdates.Where(u => ids.Contains(u.Id)).ExecuteDeleteAsync(stop);
        foreach (var kind in updates.GroupBy(u => u.Kind))
            Tell(kind.Key switch { RecordKind.Organisations => ChangedKind.Organisation, RecordKind.Members => ChangedKind.Member, _ => ChangedKind.Case }, [.. kind.Select(u => u.Subject)]);
        return updates.Count;
    }

    private void Tell(ChangedKind kind, List<Guid> subjects)
    {
        var now = clock.GetUtcNow();
        db.Changes.AddRange(subjects.Select(subject => Change.Of(kind, subject, now)));
    }

    /// <summary>Those whom files had named before they were members.</summary>
    private async Task<int> LetArrive(int most, CancellationToken stop)
    {
        var arrived = await db.AwaitedPeople.Select(a => a.Email).Distinct()
            .Join(db.Members.Where(m => m.Email != null), email => email, m => m.Email, (email, m) => new { email, m.Id }).Take(most).ToListAsync(stop);
        if (arrived.Count > 0) await db.Arrive(arrived.ToDictionary(one => one.email, one => one.Id), clock.GetUtcNow(), stop);
        return arrived.Count;
    }

    /// <summary>Within the caller's transaction. What nobody ever saw goes without a word.</summary>
    private async Task<int> Clear(ImportId id, int most, CancellationToken stop)
    {
        if (await db.Lock<Import>(id, stop) is not { PublishedAt: null } import) return 0;

        var done = await db.StagedUpdates.Where(u => u.ImportId == id).OrderBy(u => u.Id).Take(most).ExecuteDeleteAsync(stop);
        if (done < most)
        {
            var cases = await db.Cases.IgnoreQueryFilters().Where(c => c.StagedBy == id).Take(most - done).Select(c => c.Id).ToListAsync(stop);
            await db.AwaitedPeople.Where(a => a.CaseId != null && cases.Contains(a.CaseId.Value)).ExecuteDeleteAsync(stop);
            done += await db.Cases.IgnoreQueryFilters().Where(c => cases.Contains(c.Id)).ExecuteDeleteAsync(stop);
        }

        if (done < most)
        {
            var members = await db.Members.IgnoreQueryFilters().Where(m => m.StagedBy == id).Take(most - done).Select(m => m.Id).ToListAsync(stop);
            done += await db.Members.IgnoreQueryFilters().Where(m => members.Contains(m.Id)).ExecuteDeleteAsync(stop);
        }

        if (done < most)
        {
            var organisations = await db.Organisations.IgnoreQueryFilters().Where(o => o.StagedBy == id).Take(most - done).Select(o => o.Id).ToListAsync(stop);
            await db.AwaitedPeople.Where(a => a.OrganisationId != null && organisations.Contains(a.OrganisationId.Value)).ExecuteDeleteAsync(stop);
            done += await db.Organisations.IgnoreQueryFilters().Where(o => organisations.Contains(o.Id)).ExecuteDeleteAsync(stop);
        }

        if (done >= most) return done;
        db.Imports.Remove(import);
        await db.SaveChangesAsync(stop);
        return 0;
    }
}
