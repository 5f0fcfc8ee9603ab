using System.Net.Mail;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Somebody who writes a draft with its author, once they said yes; with the case published they write that.</summary>
public sealed class CaseDraftEditor
{
    public CaseDraftId DraftId { get; init; }
    public MemberId MemberId { get; init; }
    public DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }
}

internal sealed class CaseDraftEditorModel : IEntityTypeConfiguration<CaseDraftEditor>
{
    public void Configure(EntityTypeBuilder<CaseDraftEditor> editor)
    {
        editor.HasKey(e => new { e.DraftId, e.MemberId });
        editor.HasIndex(e => e.MemberId);
    }
}

internal static class DraftQueries
{
    /// <summary>Drafts that somebody writes: their own, and those they were asked to and agreed.</summary>
    public static IQueryable<CaseDraft> WrittenBy(this NetworkDb db, MemberId by) =>
        db.CaseDrafts.Where(d => d.AuthorId == by || db.CaseDraftEditors.Any(e => e.DraftId == d.Id && e.MemberId == by && e.AcceptedAt != null));
}

/// <summary>Who writes a draft with its author: asked by the author, and only once they said yes. Publishing stays with the author.</summary>
public sealed class DraftEditors(NetworkDb db, TimeProvider clock)
{
    /// <summary>Asks whoever has this address. The author does not learn whether the network knows it.</summary>
    public async Task<Refusal?> Invite(CaseDraftId id, MemberId by, string email, CancellationToken stop)
    {
        if (await Own(id, by, stop) is not { CaseId: null }) return Refusal.NotFound; // who changes a case is asked on the case
        if (!MailAddress.TryCreate(email, out var address)) return SharingRefusals.EmailWrong;
        if (await db.CaseDraftEditors.CountAsync(e => e.DraftId == id, stop) >= CoEditors.Most) return SharingRefusals.TooManyEditors;

        var written = address.Address.ToLowerInvariant();
        if (await db.Members.FirstOrDefaultAsync(m => m.Email == written && m.State != MemberState.Erased && m.State != MemberState.Left, stop) is not { } asked) return null;
        if (asked.Id == by) return SharingRefusals.EditorIsAuthor;
        if (await db.CaseDraftEditors.AnyAsync(e => e.DraftId == id && e.MemberId == asked.Id, stop)) return null;

        var now = clock.GetUtcNow();
        db.CaseDraftEditors.Add(new CaseDraftEditor { DraftId = id, MemberId = asked.Id, InvitedAt = now });
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = asked.Id, Kind = SharingNotices.DraftEditorAsked, Subject = id.Value,
            Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
        });
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>For those who write it: who does.</summary>
    public async Task<Result<DraftTogether>> Show(CaseDraftId id, MemberId by, CancellationToken stop)
    {
        if (await db.WrittenBy(by).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) is not { } draft) return Refusal.NotFound;
        var editors = await db.CaseDraftEditors.AsNoTracking().Where(e => e.DraftId == id).OrderBy(e => e.InvitedAt).ToListAsync(stop);
        var ids = editors.Select(e => e.MemberId).ToList();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        return new DraftTogether(draft, draft.AuthorId == by, [.. editors.Select(e => new EditorShown(e.MemberId, e.AcceptedAt is null ? null : people.GetValueOrDefault(e.MemberId)))]);
    }

    /// <returns>What is asked, for whoever was: the draft's title and its author's name, and no more before the yes.</returns>
    public async Task<Result<DraftInvitation>> Asked(CaseDraftId id, MemberId by, CancellationToken stop) =>
        await db.CaseDraftEditors.FindAsync([id, by], stop) is { } editor && await db.CaseDrafts.FindAsync([id], stop) is { } draft
            ? new DraftInvitation(id, draft.Content.Title, (await db.MemberOf(draft.AuthorId, stop))?.Name, editor.AcceptedAt is not null) : Refusal.NotFound;

    /// <summary>Yes or no; a no leaves nothing behind.</summary>
    public async Task<Result<DraftInvitation>> Answer(CaseDraftId id, MemberId by, bool accepts, CancellationToken stop)
    {
        var asked = await Asked(id, by, stop);
        if (asked.Refusal is not null || await db.CaseDraftEditors.FindAsync([id, by], stop) is not { } editor) return Refusal.NotFound;
        if (accepts) editor.AcceptedAt ??= clock.GetUtcNow();
        else db.CaseDraftEditors.Remove(editor);
        await db.SaveChangesAsync(stop);
        return asked.Value with { Accepted = accepts };
    }

    /// <summary>The author writes without somebody again, or somebody no longer wants to.</summary>
    public async Task<Refusal?> Remove(CaseDraftId id, MemberId by, MemberId editor, CancellationToken stop)
    {
        if (editor != by && await Own(id, by, stop) is null) return Refusal.NotFound;
        if (await db.CaseDraftEditors.FindAsync([id, editor], stop) is not { } gone) return null;
        db.CaseDraftEditors.Remove(gone);
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <inheritdoc cref="CoEditors.TakeBack"/>
    public async Task<Refusal?> TakeBack(CaseDraftId id, MemberId by, CancellationToken stop)
    {
        if (await Own(id, by, stop) is null) return Refusal.NotFound;
        db.CaseDraftEditors.RemoveRange(await db.CaseDraftEditors.Where(e => e.DraftId == id && e.AcceptedAt == null).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        return null;
    }

    private Task<CaseDraft?> Own(CaseDraftId id, MemberId by, CancellationToken stop) => db.CaseDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == by, stop);
}

/// <param name="IsAuthor">Asks others, publishes and deletes it.</param>
public sealed record DraftTogether(CaseDraft Draft, bool IsAuthor, IReadOnlyList<EditorShown> Editors);

/// <param name="Author">By name: who asks somebody to write with them says who they are.</param>
public sealed record DraftInvitation(CaseDraftId Draft, string Title, string? Author, bool Accepted);
