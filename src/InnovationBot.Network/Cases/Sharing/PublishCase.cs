using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>
/// A draft becomes a case that others read, or the next version of one. Not while something is missing, and not over the
/// head of somebody who published changes meanwhile.
/// </summary>
public sealed class PublishCase(NetworkDb db, CaseWriters writers, NamedPartners partners, FindSimilarCases similar, TimeProvider clock)
{
    /// <param name="sawSimilar">The author was shown cases like it and says that it is another.</param>
    /// <param name="previewed">The <see cref="CaseDraft.Version"/> that the author saw in the preview; none of an older card.</param>
    public async Task<Result<PublishOutcome>> Handle(CaseDraftId id, MemberId by, bool sawSimilar, int? previewed, CancellationToken stop)
    {
        if (await db.CaseDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AuthorId == by, stop) is not { } draft || await db.MemberOf(by, stop) is not { } writer) return Refusal.NotFound;
        if (previewed is { } version && version != draft.Version) return new PublishOutcome.Rewritten(draft);
        var named = writer.OrganisationConfirmed || (draft.CaseId is { } changed && await db.Cases.AnyAsync(c => c.Id == changed && c.OrganisationId != null, stop));
        if (CaseRules.Unready(draft.Content, named) is { Count: > 0 } faults) return new PublishOutcome.Unready(draft, faults);

        var now = clock.GetUtcNow();
        Case @case;
        if (draft.CaseId is { } existing)
        {
            if (await writers.Find(existing, by, stop) is not { } found) return Refusal.NotFound;
            @case = found;
            var theirs = await writers.ContentOf(@case, stop);
            if (@case.Edition != draft.BaseEdition && CaseMerge.Of(draft.Base, draft.Content, theirs) is { IsNone: false } merge) return new PublishOutcome.Newer(draft, merge);
            await KeepFirst(@case, theirs, stop);
            @case.Edition++;
        }
        else
        {
            if (!sawSimilar && await similar.Handle(draft.Content, by, stop) is { Count: > 0 } like) return new PublishOutcome.Similar(draft, like);
            @case = New(draft.Content, writer, now);
            db.Cases.Add(@case);
            foreach (var editor in await db.CaseDraftEditors.Where(e => e.DraftId == id).ToListAsync(stop)) // who wrote the draft writes the case
            {
                if (editor.AcceptedAt is { } accepted) db.CaseEditors.Add(new CaseEditor { CaseId = @case.Id, MemberId = editor.MemberId, InvitedAt = editor.InvitedAt, AcceptedAt = accepted });
                db.CaseDraftEditors.Remove(editor);
            }
            if (draft.BegunFrom is { } from && await db.Nominations.FindAsync([new NominationId(from)], stop) is { CaseId: null } nomination) nomination.CaseId = @case.Id;
        }

        @case.Apply(draft.Content);
        @case.State = await TakenDown(@case.Id, stop) ? CaseState.InReview : CaseState.Published;
        (@case.PublishedAt, @case.ConfirmedAt, @case.EditedAt, @case.WithdrawnAt) = (@case.PublishedAt ?? now, now, now, null);
        @case.SchemeId = await Scheme(draft.Content, draft.Base, now, stop);
        if (@case.AuthorId == by && writer.OrganisationConfirmed) @case.OrganisationId ??= writer.OrganisationId; // confirmed since it was first published
        if (@case.AuthorId == by) MayBeAsked(@case, writer, draft.Content.AuthorMayBeAsked, now);
        await partners.Name(@case, draft.Content.Partners, by, now, stop);
        @case.Partners = []; // those of an import are among the named ones now, or were taken out
        db.CaseVersions.Add(new CaseVersion { CaseId = @case.Id, Number = @case.Edition, EditorId = by, At = now, Content = WithoutAddresses(draft.Content) });
        db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        db.CaseDrafts.Remove(draft);
        db.HandledAbout(@case.Id.Value);
        await db.SaveChangesAsync(stop);
        return new PublishOutcome.Published(@case) { JoinsToBeAsked = draft.Content.AuthorMayBeAsked && @case.AuthorId == by && !writer.CanBeSuggested(now) };
    }

    private static Case New(CaseContent content, Member author, DateTimeOffset now)
    {
        var id = EntityId.New<CaseId>(now);
        return new Case
        {
            Id = id, Key = id.ToString(), Title = content.Title, Problem = content.Problem, WhatWasDone = content.WhatWasDone, AuthorId = author.Id,
            OrganisationId = author.OrganisationConfirmed ? author.OrganisationId : null, Language = author.Language, CreatedAt = now,
        };
    }

    /// <summary>What an import brought has no version yet: it is the first.</summary>
    private async Task KeepFirst(Case @case, CaseContent content, CancellationToken stop)
    {
        if (await db.CaseVersions.AnyAsync(version => version.CaseId == @case.Id, stop)) return;
        db.CaseVersions.Add(new CaseVersion { CaseId = @case.Id, Number = @case.Edition, EditorId = @case.AuthorId, At = @case.PublishedAt ?? @case.CreatedAt, Content = content });
    }

    /// <summary>What an organiser took down comes back by an organiser, whatever its author changes.</summary>
    private Task<bool> TakenDown(CaseId id, CancellationToken stop) => db.CaseReports.AnyAsync(r => r.CaseId == id && r.State == ReportState.TakenDown, stop);

    /// <param name="from">What the author started from: an end that stood there and was taken out was a mistake.</param>
    private async Task<SchemeId?> Scheme(CaseContent content, CaseContent? from, DateTimeOffset now, CancellationToken stop)
    {
        if (content.Scheme is not { Length: > 0 } name) return null;
        var known = await db.Schemes.ToListAsync(stop); // a network has few; stores differ in what they take for the same letters
        var scheme = known.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? db.Schemes.Add(new Scheme { Id = EntityId.New<SchemeId>(now), Name = name, CreatedAt = now }).Entity;
        if (content.SchemeEndedOn is not null || (from?.Scheme == content.Scheme && from?.SchemeEndedOn is not null)) scheme.EndedOn = content.SchemeEndedOn;
        return scheme.Id;
    }

    /// <summary>The tick is the author's agreement to be asked about cases, which the profile shows and takes back.</summary>
    private void MayBeAsked(Case @case, Member author, bool agrees, DateTimeOffset now)
    {
        var there = @case.Contacts.Find(contact => contact.MemberId == author.Id);
        if (!agrees && there is not null) @case.Contacts.Remove(there);
        if (!agrees || there is not null && author.Has(Consent.CaseContact)) return;
        if (there is null) @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = author.Id, Position = @case.Contacts.Select(contact => contact.Position + 1).DefaultIfEmpty(0).Max() });
        author.Give(Consent.CaseContact);
        db.Changes.Add(Change.Of(ChangedKind.Member, author.Id.Value, now));
    }

    private static CaseContent WithoutAddresses(CaseContent content) => content with { Partners = [.. content.Partners.Select(partner => partner with { Email = null })] };
}

/// <summary>What a press on "publish" came to.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>Somebody who writes with the author changed the draft since the preview: the author sees it again first.</summary>
    public sealed record Rewritten(CaseDraft Draft) : PublishOutcome;

    /// <summary>Something is missing or wrong; nothing was published.</summary>
    public sealed record Unready(CaseDraft Draft, IReadOnlyList<CaseFaultAt> Faults) : PublishOutcome;

    /// <summary>The case may be there already: the author looks first.</summary>
    public sealed record Similar(CaseDraft Draft, IReadOnlyList<Library.ListedCase> Cases) : PublishOutcome;

    /// <summary>Somebody else published changes since these were begun: the author sees both and chooses.</summary>
    public sealed record Newer(CaseDraft Draft, CaseMerge Merge) : PublishOutcome;

    public sealed record Published(Case Case) : PublishOutcome
    {
        /// <summary>The author lets others ask, but is nobody who can be asked yet: has not joined, or does not take requests.</summary>
        public bool JoinsToBeAsked { get; init; }
    }
}
