using System.Net.Mail;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Who writes a case with its author: asked by the author, and only once they said yes.</summary>
public sealed class CoEditors(NetworkDb db, CaseWriters writers, TimeProvider clock)
{
    public const int Most = 10;

    /// <summary>Asks whoever has this address. The author does not learn whether the network knows it.</summary>
    public async Task<Refusal?> Invite(CaseId id, MemberId by, string email, CancellationToken stop)
    {
        if (await writers.Find(id, by, stop) is not { } @case || @case.AuthorId != by) return Refusal.NotFound;
        if (!MailAddress.TryCreate(email, out var address)) return SharingRefusals.EmailWrong;
        if (@case.Editors.Count >= Most) return SharingRefusals.TooManyEditors;

        var written = address.Address.ToLowerInvariant();
        if (await db.Members.FirstOrDefaultAsync(m => m.Email == written && m.State != MemberState.Erased && m.State != MemberState.Left, stop) is not { } asked) return null;
        if (asked.Id == by) return SharingRefusals.EditorIsAuthor;
        if (@case.Editors.Exists(editor => editor.MemberId == asked.Id)) return null;

        var now = clock.GetUtcNow();
        db.CaseEditors.Add(new CaseEditor { CaseId = id, MemberId = asked.Id, InvitedAt = now });
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = asked.Id, Kind = SharingNotices.EditorAsked, Subject = id.Value,
            Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
        });
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <returns>What is asked, for whoever was: the case and its author's name.</returns>
    public async Task<Result<EditorInvitation>> Show(CaseId id, MemberId by, CancellationToken stop) =>
        await Find(id, by, stop) is var (editor, @case)
            ? new EditorInvitation(@case, @case.AuthorId is { } author ? (await db.MemberOf(author, stop))?.Name : null, editor.AcceptedAt is not null)
            : Refusal.NotFound;

    /// <summary>Yes or no; a no leaves nothing behind.</summary>
    public async Task<Result<EditorInvitation>> Answer(CaseId id, MemberId by, bool accepts, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (editor, @case)) return Refusal.NotFound;
        if (accepts) editor.AcceptedAt ??= clock.GetUtcNow();
        else await Leave(editor, stop);
        await db.SaveChangesAsync(stop);
        return new EditorInvitation(@case, @case.AuthorId is { } author ? (await db.MemberOf(author, stop))?.Name : null, accepts);
    }

    /// <summary>The author writes without somebody again, or somebody no longer wants to.</summary>
    public async Task<Refusal?> Remove(CaseId id, MemberId by, MemberId editor, CancellationToken stop)
    {
        if (await writers.Find(id, by, stop) is not { } @case || (@case.AuthorId != by && editor != by)) return Refusal.NotFound;
        if (@case.Editors.Find(one => one.MemberId == editor) is not { } gone) return null;
        await Leave(gone, stop);
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>The author asks nobody any more who has not answered; who writes already goes on.</summary>
    public async Task<Refusal?> TakeBack(CaseId id, MemberId by, CancellationToken stop)
    {
        if (await writers.Find(id, by, stop) is not { } @case || @case.AuthorId != by) return Refusal.NotFound;
        db.CaseEditors.RemoveRange(@case.Editors.Where(editor => editor.AcceptedAt is null));
        await db.SaveChangesAsync(stop);
        return null;
    }

    private async Task Leave(CaseEditor editor, CancellationToken stop)
    {
        db.CaseEditors.Remove(editor);
        db.CaseDrafts.RemoveRange(await db.CaseDrafts.Where(d => d.CaseId == editor.CaseId && d.AuthorId == editor.MemberId).ToListAsync(stop));
    }

    private async Task<(CaseEditor, Case)?> Find(CaseId id, MemberId by, CancellationToken stop) =>
        await db.CaseEditors.FindAsync([id, by], stop) is { } editor && await db.Cases.SingleOrDefaultAsync(c => c.Id == id, stop) is { } @case ? (editor, @case) : null;
}

/// <param name="Author">By name: who asks somebody to write with them says who they are.</param>
public sealed record EditorInvitation(Case Case, string? Author, bool Accepted);
