using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>
/// Searches kept problems again when cases have changed, and tells the owner of one that fits: at most once a week, and
/// never of the same case twice.
/// </summary>
public sealed class SearchKeptProblems(NetworkDb db, ISearch search) : IDueWork
{
    private static readonly TimeSpan BetweenNews = TimeSpan.FromDays(7);

    /// <summary>A changed case is looked for only after the index has had time to take it in.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var settled = now - Settle;
        var through = await db.Changes.Where(c => c.Kind == ChangedKind.Case && c.At <= settled).MaxAsync(c => (long?)c.Sequence, stop);
        if (through is not { } newest) return 0;

        var due = await db.Problems
            .Where(p => p.KeptAt != null && p.SearchAgainDue <= now && p.SearchedThrough < newest)
            .OrderBy(p => p.SearchAgainDue).Take(most).Select(p => p.Id).ToListAsync(stop);
        return await db.Each(due, id => Search(id, newest, now, stop));
    }

    private async Task<bool> Search(ProblemId id, long newest, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Problems.FindAsync([id], stop) is not { KeptAt: not null } problem || !(problem.SearchAgainDue <= now)) return false;

        var changed = (await db.Changes
            .Where(c => c.Kind == ChangedKind.Case && c.Sequence > problem.SearchedThrough && c.Sequence <= newest)
            .Select(c => c.Subject).Distinct().ToListAsync(stop)).ToHashSet();
        problem.SearchedThrough = newest;
        if (changed.Count > 0 && await News(problem, changed, stop) is { } hit) Tell(problem, hit, now);

        await db.SaveChangesAsync(stop);
        return true;
    }

    private async Task<CaseHit?> News(Problem problem, HashSet<Guid> changed, CancellationToken stop)
    {
        var reader = await db.ReaderOf(problem.OwnerId, stop);
        var found = await search.Find(new SearchRequest(problem.Text, problem.Language, reader, People: 0), stop);
        if (found.Fit != Fit.Fits) return null;

        var shown = (await db.Suggestions.Where(s => s.ProblemId == problem.Id && s.CaseId != null).Select(s => s.CaseId!.Value).ToListAsync(stop)).ToHashSet();
        var floor = found.Cases.Max(hit => (double?)hit.Relevance) * MatchingPolicy.SlotFloor;
        foreach (var hit in found.Cases.Where(hit => hit.Relevance >= floor && changed.Contains(hit.Id.Value) && !shown.Contains(hit.Id)).OrderByDescending(hit => hit.Relevance))
        {
            if (await db.Cases.FindAsync([hit.Id], stop) is { } @case && Cases.CaseAccess.MayRead(reader, @case)) return hit;
        }

        return null;
    }

    private void Tell(Problem problem, CaseHit hit, DateTimeOffset now)
    {
        var suggestion = new Suggestion
        {
            Id = EntityId.New<SuggestionId>(now), ProblemId = problem.Id, CaseId = hit.Id, Slot = Slot.News, Score = hit.Relevance,
            PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
            Reasons = hit.SharedWords.Count > 0 ? [Reasons.Words(hit)] : [],
        };
        db.Suggestions.Add(suggestion);
        db.Facts.Add(new Fact { Kind = FactKind.Shown, At = now, CaseId = hit.Id, Language = problem.Language });
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = problem.OwnerId, Kind = ProblemNotices.News, Subject = problem.Id.Value,
            Detail = suggestion.Id.ToString(), Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.Broadcast, Unasked = true,
            Due = now, CreatedAt = now,
        });
        problem.SearchAgainDue = now + BetweenNews;
    }
}
