using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>
/// Brings rows into the store under one import: chunks in short transactions, seen by nobody; then one commit that shows
/// them all. Whoever is killed in between leaves rows that nobody ever sees and that the next import clears.
/// </summary>
public sealed class ImportWriter(NetworkDb db, FinishImports finish, TimeProvider clock)
{
    /// <summary>Rows of a transaction in which what an import left over is cleared.</summary>
    private const int AtOnce = 100;

    public ImportId Id { get; private set; }

    /// <summary>Ends what stopped imports left over, and begins, unless another one is being written.</summary>
    /// <returns>Whether it began; else try again later.</returns>
    public async Task<bool> Begin(CancellationToken stop)
    {
        while (await finish.RunAll(AtOnce, stop) > 0)
        {
        }

        var now = clock.GetUtcNow();
        await using (var transaction = await db.BeginWrite(stop))
        {
            var others = await db.Imports.AsNoTracking().Where(i => i.PublishedAt == null).ToListAsync(stop);
            if (others.Exists(other => other.IsAlive(now))) return false;

            foreach (var other in others) await db.Imports.Where(i => i.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.RenewedAt, DateTimeOffset.MinValue), stop);
            Id = EntityId.New<ImportId>(now);
            db.Imports.Add(new Import { Id = Id, RenewedAt = now });
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        db.ChangeTracker.Clear();
        while (await finish.RunAll(AtOnce, stop) > 0)
        {
        }

        return true;
    }

    /// <returns><see cref="TransferRefusals.ImportOvertaken"/> when this one was given up for dead, or somebody took an id of the file meanwhile.</returns>
    internal async Task<Refusal?> Write(IReadOnlyList<object> rows, CancellationToken stop)
    {
        foreach (var row in rows)
        {
            if (row is IStaged staged) staged.StagedBy = Id;
        }

        db.AddRange(rows);
        try
        {
            await using var transaction = await db.BeginWrite(stop);
            if (!await Renew(stop)) return TransferRefusals.ImportOvertaken;
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return null;
        }
        catch (Exception lost) when (db.IsLostRace(lost))
        {
            return TransferRefusals.ImportOvertaken;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Shows all rows at once, those that were there already as the file changes them; <see cref="FinishImports"/> carries the rest to its end.</summary>
    /// <param name="audit">Written in the same commit.</param>
    /// <param name="anew">As <see cref="StagedUpdates"/> has it.</param>
    /// <param name="stop">Ends it before the commit; after it there is nothing to take back.</param>
    internal async Task<Refusal?> Publish(AuditEvent audit, Func<IReadOnlyList<StagedUpdate>, Task<IReadOnlyList<StagedUpdate>>> anew, CancellationToken stop)
    {
        await using (var transaction = await db.BeginWrite(stop))
        {
            var import = await db.Lock<Import>(Id, stop);
            if (import is null || import.RenewedAt == DateTimeOffset.MinValue) return TransferRefusals.ImportOvertaken;
            import.PublishedAt = import.RenewedAt = clock.GetUtcNow();
            db.AuditEvents.Add(audit);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            await new StagedUpdates(db, import, anew, clock.GetUtcNow()).Apply(stop);
            await transaction.CommitAsync(stop);
        }

        db.ChangeTracker.Clear();
        return null;
    }

    /// <summary>Takes everything back that was written.</summary>
    public async Task Abandon(CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await db.Imports.Where(i => i.Id == Id && i.PublishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.RenewedAt, DateTimeOffset.MinValue), stop);
        while (await finish.RunAll(AtOnce, stop) > 0)
        {
        }
    }

    private async Task<bool> Renew(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.Imports.Where(i => i.Id == Id && i.RenewedAt != DateTimeOffset.MinValue && i.PublishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.RenewedAt, now), stop) == 1;
    }
}
