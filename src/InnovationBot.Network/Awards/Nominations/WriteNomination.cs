using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Begins a nomination, keeps each step of it, and goes on with it days later. Its nominator alone writes in it.</summary>
public sealed class WriteNomination(NetworkDb db, FindAudience audiences, TimeProvider clock)
{
    /// <summary>Drafts of one person in one round.</summary>
    public const int MostDrafts = 10;

    /// <param name="case">The published case it is about; its words fill the form.</param>
    public async Task<Result<Nomination>> Start(AwardRoundId id, CaseId? @case, MemberId by, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.MemberOf(by, stop) is not { } member || await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { IsPublished: true } round) return Refusal.NotFound;
        if (!round.IsCallOpen(now)) return NominationRefusals.CallNotOpen(round, now);
        if (round.Plan.Nominators != Audience.All && !await audiences.Holds(round.Plan.Nominators, by, stop)) return NominationRefusals.MayNotNominate;

        var mine = await db.Nominations.Where(n => n.RoundId == id && n.NominatorId == by && n.State == NominationState.Draft).ToListAsync(stop);
        if (mine.Find(draft => @case is not null ? draft.CaseId == @case : draft.CaseId is null && draft.Content.Title.Length == 0) is { } begun) return begun;
        if (mine.Count >= MostDrafts) return NominationRefusals.TooManyDrafts;

        var draft = new Nomination
        {
            Id = EntityId.New<NominationId>(now), RoundId = id, NominatorId = by, Track = round.Plan.Tracks[0], Category = round.Plan.Categories is [var only] ? only.Key : null,
            Content = new NominationContent(), Language = member.Language, CreatedAt = now, SavedAt = now,
        };
        if (@case is { } about && await Fill(draft, about, by, stop) is { } refusal) return refusal;
        db.Nominations.Add(draft);
        db.HandledAbout(draft.Id.Value);
        await db.SaveChangesAsync(stop);
        return draft;
    }

    /// <param name="Step">The one that was filled in.</param>
    /// <param name="Back">Goes to the step before it, whatever is wrong with this one.</param>
    public sealed record Saving(NominationId Nomination, MemberId By, NominationStep Step, bool Back, Func<Nomination, NominationWritten> Written);

    /// <summary>Keeps what a step holds, but not what in it is wrong: that is told.</summary>
    public async Task<Result<SavedNomination>> Save(Saving saving, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.Nominations.FindAsync([saving.Nomination], stop) is not { } nomination) return Refusal.NotFound;
        if (nomination.NominatorId != saving.By) return await db.MemberOf(saving.By, stop) is { } other && AwardAccess.MayOrganise(other) ? NominationRefusals.NotEditable : Refusal.NotFound;
        var round = await db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == nomination.RoundId, stop);
        if (!nomination.MayBeEdited(now)) return Refusal.NoLongerOpen;
        if (nomination.State == NominationState.Draft && !round.IsCallOpen(now)) return NominationRefusals.CallNotOpen(round, now);

        var typed = saving.Written(nomination);
        List<AwardFault> faults = [.. NominationRules.Wrong(typed.Content, typed.People)];
        var isFilled = false;
        if (nomination.State == NominationState.Draft)
        {
            if (round.Plan.Tracks.Contains(typed.Track)) nomination.Track = typed.Track;
            if (typed.Category is { } key && round.Plan.Category(key) is not null) nomination.Category = key;
            if (typed.Case != nomination.CaseId)
            {
                if (await Choose(nomination, typed, saving.By, stop) is { } refusal) faults.Add(new("case", refusal));
                else isFilled = typed.Case is not null;
            }
        }

        var steps = NominationRules.Steps(nomination.Track).ToList();
        if (faults.Count > 0 && !saving.Back)
        {
            await db.SaveChangesAsync(stop);
            return new SavedNomination(nomination, round, typed, saving.Step, faults);
        }

        if (faults.Count == 0 && !isFilled) (nomination.Content, nomination.People, nomination.Language) = (typed.Content, typed.People, typed.Language ?? nomination.Language);
        nomination.Step = steps[Math.Clamp(steps.IndexOf(saving.Step) + (saving.Back ? -1 : 1), 0, steps.Count - 1)];
        nomination.SavedAt = now;
        await db.SaveChangesAsync(stop);
        return new SavedNomination(nomination, round, typed, nomination.Step, []);
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<Refusal?> Discard(NominationId id, MemberId by, CancellationToken stop)
    {
        if (await db.Nominations.FindAsync([id], stop) is not { State: NominationState.Draft } draft || draft.NominatorId != by) return Refusal.NotFound;
        db.Nominations.Remove(draft);
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>Published cases that somebody may nominate: their own first, then the newest.</summary>
    public async Task<IReadOnlyList<Case>> Cases(MemberId by, CancellationToken stop)
    {
        var reader = await db.ReaderOf(by, stop);
        return await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).OrderByDescending(c => c.AuthorId == by).ThenByDescending(c => c.PublishedAt).ThenBy(c => c.Id).Take(50).ToListAsync(stop);
    }

    private async Task<Refusal?> Choose(Nomination nomination, NominationWritten typed, MemberId by, CancellationToken stop)
    {
        if (typed.Case is not { } chosen)
        {
            nomination.CaseId = null;
            return null;
        }

        return await Fill(nomination, chosen, by, stop);
    }

    private async Task<Refusal?> Fill(Nomination nomination, CaseId id, MemberId by, CancellationToken stop)
    {
        var reader = await db.ReaderOf(by, stop);
        if (await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } @case) return NominationRefusals.CaseUnknown;
        (nomination.CaseId, nomination.Track, nomination.Language, nomination.OrganisationId) = (id, AwardTrack.Initiative, @case.Language, @case.ShownAs == ShownAs.Named ? @case.OrganisationId : null);
        nomination.Content = nomination.Content with
        {
            Title = Cut(@case.Title, NominationContent.MostTitle), Problem = Cut(@case.Problem, NominationContent.MostText), WhatWasDone = Cut(@case.WhatWasDone, NominationContent.MostText), Outcome = @case.Outcome,
            Result = @case.Result ?? (@case.Results.Count > 0 ? Cut(string.Join('\n', @case.Results.Select(Row)), NominationContent.MostText) : null), Users = @case.Users, UsersHow = @case.UsersHow,
            Learned = @case.Lesson, Links = [.. @case.Links.Take(NominationContent.MostLinks)],
        };
        nomination.People = nomination.People with { OwnWork = nomination.People.OwnWork || @case.AuthorId == by };
        return null;
    }

    private static string Row(ResultRow row) => $"{row.Indicator}: {row.Before} → {row.After}{(row.HowMeasured is { } how ? $" ({how})" : "")}";

    private static string Cut(string text, int most) => Problems.Problem.Cut(text, most);
}

/// <summary>What the form holds after one of its steps.</summary>
/// <param name="Language">As it was told of the text; none = as before.</param>
public sealed record NominationWritten(AwardTrack Track, string? Category, CaseId? Case, NominationContent Content, NominationPeople People, Language? Language = null);

/// <summary>What was kept; with <paramref name="Faults"/> the step's texts were not.</summary>
/// <param name="Next">Where the draft goes on.</param>
public sealed record SavedNomination(Nomination Nomination, AwardRound Round, NominationWritten Typed, NominationStep Next, IReadOnlyList<AwardFault> Faults);
