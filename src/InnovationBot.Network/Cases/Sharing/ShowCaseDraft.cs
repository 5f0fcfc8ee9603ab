using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>A draft for the one who writes it, and how others would see it.</summary>
public sealed class ShowCaseDraft(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for everybody else, and once it was published or deleted.</returns>
    public async Task<Result<DraftView>> Handle(CaseDraftId id, MemberId by, CancellationToken stop)
    {
        if (await db.WrittenBy(by).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) is not { } draft || await db.MemberOf(draft.AuthorId, stop) is not { } author) return Refusal.NotFound;

        var changes = draft.CaseId is { } changed ? await db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.NamedPartners).SingleOrDefaultAsync(c => c.Id == changed, stop) : null;
        var organisation = await db.OrganisationOf(changes?.OrganisationId ?? (author.OrganisationConfirmed && (changes is null || changes.AuthorId == draft.AuthorId) ? author.OrganisationId : null), stop);
        return new DraftView(draft, organisation, changes is not null && changes.Edition != draft.BaseEdition, Preview(draft, changes, author, organisation))
        {
            IsAuthor = changes is null || changes.AuthorId == by, IsOwn = draft.AuthorId == by, Faults = CaseRules.Unready(draft.Content, organisation is not null),
        };
    }

    /// <summary>As anybody reads it: partners who have not confirmed are not there, and whoever may be asked is shown as their profile says.</summary>
    private OpenedCase Preview(CaseDraft draft, Case? changes, Member author, Organisation? organisation)
    {
        var now = clock.GetUtcNow();
        var content = draft.Content;
        var shown = new Case
        {
            Id = changes?.Id ?? default, Key = "", Title = "", Problem = "", WhatWasDone = "", Language = author.Language, OrganisationId = organisation?.Id, CreatedAt = now, ConfirmedAt = now,
            Partners = changes?.Partners ?? [], NamedPartners = [.. (changes?.NamedPartners ?? []).Where(row => content.Partners.Exists(partner => string.Equals(partner.Name, row.Name, StringComparison.OrdinalIgnoreCase)))],
        };
        shown.Apply(content);
        var (named, kind) = CaseShown.Of(shown, organisation);
        IReadOnlyList<ContactShown> contacts = content.AuthorMayBeAsked && (changes is null || changes.AuthorId == author.Id)
            ? [new ContactShown(0, content.ShownAs == ShownAs.Named && Reader.Anybody.MayName(author) ? PersonAccess.Named(author, organisation, []) : PersonAccess.Unnamed(author, organisation, []), MayBeAsked: false)]
            : [];
        return new OpenedCase(shown, named, kind, contacts)
        {
            Scheme = content.Scheme is { } scheme ? new Scheme { Name = scheme, EndedOn = content.SchemeEndedOn } : null,
            IsOwn = true,
        };
    }
}

/// <param name="Organisation">The one the case is to carry: the author's, when it is confirmed.</param>
/// <param name="IsOlder">Somebody published changes of the same case since these were begun.</param>
/// <param name="Preview">As others would see it.</param>
public sealed record DraftView(CaseDraft Draft, Organisation? Organisation, bool IsOlder, OpenedCase Preview)
{
    /// <summary>Of the case that it changes, or is to become.</summary>
    public bool IsAuthor { get; init; } = true;

    /// <summary>Began it: publishes and deletes it; others write with them.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>What must be there, or be otherwise, before others see it.</summary>
    public IReadOnlyList<CaseFaultAt> Faults { get; init; } = [];
}
