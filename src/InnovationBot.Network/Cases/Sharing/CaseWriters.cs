using InnovationBot.Network.Cases.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>
/// Who changes a case: its author, those the author asked to, and whoever was asked whether it is still true and said that it
/// has changed, since they know and an imported case has no author here.
/// </summary>
public sealed class CaseWriters(NetworkDb db)
{
    /// <returns>The case with editors, contacts and partners, tracked; <c>null</c> for everybody else.</returns>
    public async Task<Case?> Find(CaseId id, MemberId by, CancellationToken stop) =>
        await db.Cases.Include(c => c.Editors).Include(c => c.Contacts).Include(c => c.NamedPartners).SingleOrDefaultAsync(c => c.Id == id, stop) is { } @case
        && (@case.MayEdit(by) || await SaidChanged(id, by, stop))
            ? @case
            : null;

    /// <param name="case">With partners and contacts.</param>
    public async Task<CaseContent> ContentOf(Case @case, CancellationToken stop) => @case.Content(
        @case.SchemeId is { } scheme ? await db.Schemes.FindAsync([scheme], stop) : null,
        @case.AuthorId is { } author && @case.Contacts.Exists(contact => contact.MemberId == author));

    private Task<bool> SaidChanged(CaseId id, MemberId by, CancellationToken stop) =>
        db.CaseQuestions.AnyAsync(q => q.CaseId == id && q.Answer == CaseAnswer.Changed && (q.AskedId == by || q.DeputyId == by), stop);
}
