using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>What was written and not published is deleted.</summary>
public sealed class DiscardCaseDraft(NetworkDb db)
{
    public async Task<Refusal?> Handle(CaseDraftId id, MemberId by, CancellationToken stop)
    {
        if (await db.CaseDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == by, stop) is not { } draft) return Refusal.NotFound;
        db.CaseDrafts.Remove(draft);
        db.CaseDraftEditors.RemoveRange(await db.CaseDraftEditors.Where(e => e.DraftId == id).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        return null;
    }
}

/// <summary>The author chooses between their own words and what somebody published meanwhile; the draft then stands on that newer text.</summary>
public sealed class ChooseBetweenChanges(NetworkDb db, CaseWriters writers, TimeProvider clock)
{
    /// <returns>What there is to choose; <see cref="Refusal.NoLongerOpen"/> when there is nothing.</returns>
    public async Task<Result<(CaseDraft Draft, CaseMerge Merge, int Edition)>> Show(CaseDraftId id, MemberId by, CancellationToken stop)
    {
        if (await db.CaseDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == by, stop) is not { CaseId: { } of } draft || await writers.Find(of, by, stop) is not { } @case) return Refusal.NotFound;
        var merge = CaseMerge.Of(draft.Base, draft.Content, await writers.ContentOf(@case, stop));
        return @case.Edition == draft.BaseEdition ? Refusal.NoLongerOpen : (draft, merge, @case.Edition);
    }

    /// <param name="edition">The one that was shown: when yet another was published, that is shown first.</param>
    /// <param name="theirs">Fields in which the other one's word is to stand.</param>
    public async Task<Result<CaseDraft>> Handle(CaseDraftId id, MemberId by, int edition, IReadOnlyCollection<CaseField> theirs, CancellationToken stop)
    {
        var shown = await Show(id, by, stop);
        if (shown.Refusal is { } refusal) return refusal;
        var (draft, merge, now) = shown.Value;
        if (now != edition) return Refusal.NoLongerOpen;
        draft.Content = merge.Choose(theirs);
        (draft.Base, draft.BaseEdition, draft.Step, draft.SavedAt) = (merge.Theirs, now, DraftStep.Preview, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return draft;
    }
}

/// <summary>The author takes a case back: nobody finds or reads it any more, and it can be published again.</summary>
public sealed class WithdrawCase(NetworkDb db, TimeProvider clock)
{
    public async Task<Refusal?> Handle(CaseId id, MemberId by, CancellationToken stop)
    {
        if (await db.Cases.Include(c => c.Editors).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } @case || !@case.MayEdit(by)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (@case.Withdraw(by, now) is { } refusal) return refusal;
        db.Changes.Add(Change.Of(ChangedKind.Case, id.Value, now));
        await db.SaveChangesAsync(stop);
        return null;
    }
}
