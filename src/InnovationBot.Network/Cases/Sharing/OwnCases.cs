using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>What a person has written or is writing: drafts, cases in every state, and those they were asked to write with somebody.</summary>
public sealed class OwnCases(NetworkDb db, CaseWriters writers)
{
    public async Task<OwnCasesList> List(MemberId by, CancellationToken stop)
    {
        var drafts = await db.WrittenBy(by).AsNoTracking().OrderByDescending(d => d.SavedAt).ToListAsync(stop);
        var cases = await db.Cases.AsNoTracking().Include(c => c.Editors).Where(c => c.AuthorId == by || c.Editors.Any(e => e.MemberId == by)).OrderByDescending(c => c.EditedAt ?? c.CreatedAt).ToListAsync(stop);
        var readable = db.Cases.Where(CaseAccess.ReadableBy(await db.ReaderOf(by, stop)));
        var named = await db.CasePartners.AsNoTracking().Where(p => p.MemberId == by && p.State == PartnerState.Asked).OrderBy(p => p.AskedAt)
            .Join(readable, p => p.CaseId, c => c.Id, (p, c) => new NamedIn(p.Id, c.Title)).ToListAsync(stop);
        return new(
            [.. drafts.Where(draft => !draft.IsBlank || draft.AuthorId != by)],
            [.. cases.Where(c => c.MayEdit(by))],
            [.. cases.Where(c => !c.MayEdit(by) && c.State is CaseState.Published or CaseState.Archived)],
            named)
        {
            AskedToWrite = await db.CaseDraftEditors.AsNoTracking().Where(e => e.MemberId == by && e.AcceptedAt == null)
                .Join(db.CaseDrafts, e => e.DraftId, d => d.Id, (_, d) => d).ToListAsync(stop),
        };
    }

    /// <summary>One case for those who write it: its state, partners and who else writes it.</summary>
    public async Task<Result<OwnCase>> Show(CaseId id, MemberId by, CancellationToken stop)
    {
        if (await writers.Find(id, by, stop) is not { } @case) return Refusal.NotFound;
        var ids = @case.Editors.Select(editor => editor.MemberId).ToList();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        var draft = await db.CaseDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AuthorId == by && d.CaseId == id, stop);
        return new OwnCase(
            @case, @case.AuthorId == by, draft?.Id,
            [.. @case.Editors.OrderBy(editor => editor.InvitedAt).Select(editor => new EditorShown(editor.MemberId, editor.AcceptedAt is null ? null : people.GetValueOrDefault(editor.MemberId)))],
            [.. @case.NamedPartners.OrderBy(partner => partner.Position)]);
    }

    /// <summary>What was published when, newest first, each with what it changed.</summary>
    public async Task<Result<IReadOnlyList<PastVersion>>> History(CaseId id, MemberId by, CancellationToken stop)
    {
        var member = await db.MemberOf(by, stop);
        var @case = await writers.Find(id, by, stop)
            ?? (member is null ? null : await db.Cases.AsNoTracking().Include(c => c.Editors).SingleOrDefaultAsync(c => c.Id == id, stop) is { } reported && CaseAccess.MayReadVersions(member, reported) ? reported : null);
        if (@case is null) return Refusal.NotFound;

        var versions = await db.CaseVersions.AsNoTracking().Where(v => v.CaseId == id).OrderBy(v => v.Number).ToListAsync(stop);
        var ids = versions.Select(v => v.EditorId).OfType<MemberId>().Distinct().ToList();
        var names = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        List<PastVersion> past = [];
        for (var i = 0; i < versions.Count; i++)
        {
            var (version, before) = (versions[i], i == 0 ? null : versions[i - 1].Content);
            past.Add(new PastVersion(
                version.Number, version.At, version.EditorId is { } editor ? names.GetValueOrDefault(editor) : null, version.EditorId == by,
                before, version.Content, before is null ? [] : CaseFields.Changed(before, version.Content)));
        }

        past.Reverse();
        return past;
    }
}

/// <param name="Invited">Cases whose authors ask this person to write with them.</param>
/// <param name="Named">Cases that name this person, or their organisation, as a partner, and wait for their word.</param>
public sealed record OwnCasesList(IReadOnlyList<CaseDraft> Drafts, IReadOnlyList<Case> Cases, IReadOnlyList<Case> Invited, IReadOnlyList<NamedIn> Named)
{
    /// <summary>Drafts whose authors ask this person to write with them.</summary>
    public IReadOnlyList<CaseDraft> AskedToWrite { get; init; } = [];

    public bool IsEmpty => Drafts.Count + Cases.Count + Invited.Count + Named.Count + AskedToWrite.Count == 0;
}

public sealed record NamedIn(CasePartnerId Partner, string Title);

/// <param name="IsAuthor">May withdraw it and ask others to write it too.</param>
/// <param name="Draft">Changes this person has begun.</param>
public sealed record OwnCase(Case Case, bool IsAuthor, CaseDraftId? Draft, IReadOnlyList<EditorShown> Editors, IReadOnlyList<CasePartner> Partners);

/// <param name="Name">None while that person has not said yes: nobody learns whether an address is known here.</param>
public sealed record EditorShown(MemberId Member, string? Name);

/// <param name="By">None for an import, and for somebody forgotten.</param>
/// <param name="Changed">None for the first.</param>
public sealed record PastVersion(int Number, DateTimeOffset At, string? By, bool ByReader, CaseContent? Before, CaseContent Content, IReadOnlyList<CaseField> Changed);
