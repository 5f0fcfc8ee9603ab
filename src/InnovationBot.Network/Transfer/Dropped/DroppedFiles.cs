using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Keeps files that people dropped while they decide about them.</summary>
public sealed class DroppedFiles(NetworkDb db, TimeProvider clock)
{
    /// <summary>Whoever works on a file says so more often than this; short enough for another instance to go on with a killed one's within 15 s.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(9);

    /// <returns><see cref="TransferRefusals.MayNotTransfer"/> for whoever imports nothing.</returns>
    public async Task<Refusal?> MayImport(MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member ? TransferRefusals.For(member, RecordKind.Members, export: false) : TransferRefusals.MayNotTransfer;

    /// <param name="by">Who dropped it; that they may is checked before.</param>
    public async Task<Result<DroppedFile>> Keep(MemberId by, NewFile file, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var kept = new DroppedFile
        {
            Id = EntityId.New<DroppedFileId>(now), MemberId = by, Name = file.Name, Columns = [.. file.Columns], Samples = [.. file.Samples], ExpiresDue = now + DroppedFile.Lifetime,
        };
        kept.Choose(file.Kind, file.Fields);
        db.DroppedFiles.Add(kept);
        db.DroppedContents.Add(new DroppedContent { Id = kept.Id, Bytes = file.Content });
        db.HandledAbout(kept.Id.Value);
        await db.SaveChangesAsync(stop);
        return kept;
    }

    /// <returns>The sender's own file as it is now.</returns>
    public async Task<Result<DroppedFile>> Show(DroppedFileId id, MemberId by, CancellationToken stop) =>
        await db.DroppedFiles.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, stop) is { } file && file.MemberId == by && file.ExpiresDue > clock.GetUtcNow() ? file : DroppedRefusals.Gone;

    /// <inheritdoc cref="DroppedFile.Choose"/>
    public Task<Result<DroppedFile>> Choose(DroppedFileId id, MemberId by, RecordKind? kind, IReadOnlyList<string> fields, CancellationToken stop) =>
        Change(id, by, file => file.Choose(kind, fields), stop);

    /// <inheritdoc cref="DroppedFile.Start"/>
    public Task<Result<DroppedFile>> Start(DroppedFileId id, MemberId by, bool importing, string? chat, string? card, CancellationToken stop) =>
        Change(id, by, file => file.Start(importing, chat, card, clock.GetUtcNow()), stop);

    /// <summary>Lets it go, unless it is being worked on.</summary>
    public async Task<Refusal?> Drop(DroppedFileId id, MemberId by, CancellationToken stop)
    {
        if (await db.DroppedFiles.FindAsync([id], stop) is not { } file || file.MemberId != by) return null;
        if (file.IsBusy) return DroppedRefusals.Busy;
        db.DroppedFiles.Remove(file);
        await db.SaveChangesAsync(stop);
        await db.DroppedContents.Where(content => content.Id == id).ExecuteDeleteAsync(stop);
        return null;
    }

    /// <summary>A file that work is to be done on and that nobody works on.</summary>
    public async Task<DroppedFile?> Claim(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.DroppedFiles.AsNoTracking().Where(file => file.WorkDue <= now).OrderBy(file => file.WorkDue).FirstOrDefaultAsync(stop) is not { } file) return null;
        var isMine = await db.DroppedFiles.Where(one => one.Id == file.Id && one.WorkDue == file.WorkDue)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.WorkDue, now + Lease), stop) == 1;
        return isMine ? file : null;
    }

    /// <summary>Whoever works on it is still there, and so far.</summary>
    public Task Tell(DroppedFileId id, int done, int of, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + Lease;
        return db.DroppedFiles.Where(file => file.Id == id && file.WorkDue != null)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.WorkDue, until).SetProperty(file => file.Done, done).SetProperty(file => file.Of, of), stop);
    }

    public Task<byte[]?> Content(DroppedFileId id, CancellationToken stop) => db.DroppedContents.Where(content => content.Id == id).Select(content => content.Bytes).FirstOrDefaultAsync(stop);

    public async Task<DroppedFile?> End(DroppedFileId id, FileOutcome outcome, CancellationToken stop)
    {
        if (await db.DroppedFiles.FindAsync([id], stop) is not { } file) return null;
        await db.Entry(file).ReloadAsync(stop);
        file.End(outcome);
        await db.SaveChangesAsync(stop);
        if (file.State == DroppedState.Imported) await db.DroppedContents.Where(content => content.Id == id).ExecuteDeleteAsync(stop);
        return file;
    }

    private async Task<Result<DroppedFile>> Change(DroppedFileId id, MemberId by, Func<DroppedFile, Refusal?> change, CancellationToken stop)
    {
        if (await MayImport(by, stop) is { } refusal) return refusal;
        if (await db.DroppedFiles.FindAsync([id], stop) is not { } file || file.MemberId != by || file.ExpiresDue <= clock.GetUtcNow()) return DroppedRefusals.Gone;
        if (change(file) is { } refused) return refused;
        await db.SaveChangesAsync(stop);
        return file;
    }
}

/// <param name="Kind">Where the columns leave no doubt.</param>
/// <param name="Fields">What is proposed for each column; empty = left out.</param>
public sealed record NewFile(string Name, byte[] Content, IReadOnlyList<string> Columns, IReadOnlyList<string> Samples, RecordKind? Kind, IReadOnlyList<string> Fields);

/// <summary>Deletes files that nobody decided about in time.</summary>
public sealed class ExpireDroppedFiles(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.DroppedFiles.Where(file => file.ExpiresDue <= now && file.WorkDue == null).OrderBy(file => file.ExpiresDue).Take(most).Select(file => file.Id).ToListAsync(stop);
        if (due.Count == 0) return 0;
        await db.DroppedContents.Where(content => due.Contains(content.Id)).ExecuteDeleteAsync(stop);
        return await db.DroppedFiles.Where(file => due.Contains(file.Id)).ExecuteDeleteAsync(stop);
    }
}
