using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Begins a case that its author alone sees, or goes on with the one that was begun; also the beginning of changes to a published one.</summary>
public sealed class StartCaseDraft(NetworkDb db, CaseWriters writers, TimeProvider clock)
{
    /// <summary>Drafts that one person has at most; who has more finishes or deletes some.</summary>
    public const int MostDrafts = 20;

    /// <summary>A new case from nothing; an earlier one that was opened and never written in takes its place.</summary>
    public async Task<Result<CaseDraft>> New(MemberId by, CancellationToken stop)
    {
        var mine = await db.CaseDrafts.Where(d => d.AuthorId == by && d.CaseId == null && d.BegunFrom == null).ToListAsync(stop);
        return mine.Find(draft => draft.IsBlank) is { } blank ? blank : await Add(by, new CaseContent(), null, null, stop);
    }

    /// <summary>A new case with what is known already.</summary>
    /// <returns>The draft for the form, <see cref="SharingRefusals.TooManyDrafts"/>, or <see cref="Refusal.NotFound"/> for somebody unknown.</returns>
    public async Task<Result<CaseDraft>> From(CaseBeginning beginning, MemberId by, CancellationToken stop)
    {
        if (await db.CaseDrafts.SingleOrDefaultAsync(d => d.AuthorId == by && d.BegunFrom == beginning.From, stop) is { } begun) return begun;
        var content = new CaseContent
        {
            Title = TitleOf(beginning.Title ?? beginning.Problem), Problem = Cut(beginning.Problem, CaseRules.LongestText), Service = beginning.Service, WhatWasDone = Cut(beginning.WhatWasDone, CaseRules.LongestText),
            Outcome = beginning.Outcome, Lesson = beginning.Lesson, Results = beginning.Results, Partners = beginning.Partners, PolicyArea = beginning.PolicyArea, Language = beginning.Language,
        };
        return await Add(by, content, beginning.From, beginning.ProblemId, stop);
    }

    /// <summary>The owner's problem, which is over: what is left to tell is what was done and what came of it.</summary>
    public async Task<Result<CaseDraft>> FromProblem(ProblemId id, MemberId by, CancellationToken stop) =>
        await db.Problems.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.OwnerId == by, stop) is { } problem
            ? await From(new CaseBeginning(id.Value) { Problem = problem.Text, Service = problem.Service, Language = problem.Language, ProblemId = id }, by, stop)
            : Refusal.NotFound;

    /// <summary>What came of an introduction, for the one who had the problem.</summary>
    public async Task<Result<CaseDraft>> FromIntroduction(IntroductionId id, MemberId by, CancellationToken stop) =>
        await db.Introductions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.TakerId == by, stop) is { } introduction
            ? await FromProblem(introduction.ProblemId, by, stop)
            : Refusal.NotFound;

    /// <summary>Changes to a case that stands; those somebody began and did not publish go on.</summary>
    /// <returns><see cref="Refusal.NotFound"/> for whoever does not write the case.</returns>
    public async Task<Result<CaseDraft>> Edit(CaseId id, MemberId by, CancellationToken stop)
    {
        if (await writers.Find(id, by, stop) is not { } @case) return Refusal.NotFound;
        if (await db.CaseDrafts.SingleOrDefaultAsync(d => d.AuthorId == by && d.CaseId == id, stop) is { } begun) return begun;

        var now = clock.GetUtcNow();
        var content = await writers.ContentOf(@case, stop);
        var draft = db.CaseDrafts.Add(new CaseDraft
        {
            Id = EntityId.New<CaseDraftId>(now), AuthorId = by, CaseId = id, BaseEdition = @case.Edition, Base = content, Content = content, CreatedAt = now, SavedAt = now,
        }).Entity;
        await db.SaveChangesAsync(stop);
        return draft;
    }

    private async Task<Result<CaseDraft>> Add(MemberId by, CaseContent content, Guid? from, ProblemId? problem, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } author) return Refusal.NotFound;
        if (await db.CaseDrafts.CountAsync(d => d.AuthorId == by, stop) >= MostDrafts) return SharingRefusals.TooManyDrafts;

        var now = clock.GetUtcNow();
        var kind = (await db.OrganisationOf(author.OrganisationId, stop))?.Kind ?? author.SaysKind;
        var draft = db.CaseDrafts.Add(new CaseDraft
        {
            Id = EntityId.New<CaseDraftId>(now), AuthorId = by, BegunFrom = from, ProblemId = problem, CreatedAt = now, SavedAt = now,
            Content = content with { Tier = kind?.Tier, Sector = kind?.Sector, Country = kind?.Country ?? author.Country },
        }).Entity;
        await db.SaveChangesAsync(stop);
        return draft;
    }

    /// <summary>The first sentence or line, short enough to be a title.</summary>
    private static string TitleOf(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny("\n.!?");
        return Cut((end > 0 ? line[..end] : line).ToString(), CaseRules.LongestTitle);
    }

    private static string Cut(string text, int most) => Problems.Problem.Cut(text.Trim(), most).TrimEnd();
}
