using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>
/// Searches kept problems again when cases have changed or somebody became an ambassador, and tells the owner of one thing that
/// fits: at most once a week, and never of the same case or person twice. What else is new is told in the weeks after.
/// </summary>
public sealed class SearchKeptProblems(NetworkDb db, ISearch search, Matcher matcher) : IDueWork
{
    private static readonly TimeSpan BetweenNews = TimeSpan.FromDays(7);

    /// <summary>A changed case is looked for only after the index has had time to take it in.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var (settled, since) = (now - Settle, now - Change.Lifetime);
        var newcomers = (await db.Members.Where(m => m.AmbassadorSince > since && m.Ambassador == AmbassadorState.Confirmed).Select(m => m.Id).ToListAsync(stop)).ConvertAll(id => id.Value);
        var newest = await Newest(ChangedKind.Case, db.Changes.Where(c => c.At <= settled), stop);
        if (newcomers.Count > 0) newest = Math.Max(newest, await Newest(ChangedKind.Member, db.Changes.Where(c => c.At <= settled && newcomers.Contains(c.Subject)), stop));
        if (newest == 0) return 0;

        var due = await db.Problems
            .Where(p => p.KeptAt != null && p.SearchedThrough < newest && p.SearchAgainDue <= now)
            .OrderBy(p => p.SearchedThrough).Take(most).Select(p => p.Id).ToListAsync(stop);
        return await db.Each(due, id => Search(id, newest, newcomers, now, stop));
    }

    /// <summary>Asked each second: one step into the index, not a walk through all changes of a month.</summary>
    private static Task<long> Newest(ChangedKind kind, IQueryable<Change> changes, CancellationToken stop) =>
        changes.Where(c => c.Kind == kind).OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(stop);

    private async Task<bool> Search(ProblemId id, long newest, List<Guid> newcomers, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Problems.FindAsync([id], stop) is not { KeptAt: not null } problem || !(problem.SearchAgainDue <= now)) return false;

        var changed = await db.Changes
            .Where(c => (c.Kind == ChangedKind.Case || (c.Kind == ChangedKind.Member && newcomers.Contains(c.Subject))) && c.Sequence > problem.SearchedThrough && c.Sequence <= newest)
            .Select(c => new { c.Kind, c.Subject }).Distinct().ToListAsync(stop);
        var cases = changed.Where(c => c.Kind == ChangedKind.Case).Select(c => c.Subject).ToHashSet();
        if (cases.Count > 0 && await News(problem, cases, stop) is { } hit) Tell(problem, hit, now);
        else if (changed.Count > cases.Count && await Newcomer(problem, changed.Where(c => c.Kind == ChangedKind.Member).Select(c => c.Subject).ToHashSet(), stop) is { } person) Tell(problem, person, now);
        else problem.SearchedThrough = newest;

        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>The best of those who became ambassadors after the problem was kept and may be asked about it.</summary>
    private async Task<ChosenPerson?> Newcomer(Problem problem, HashSet<Guid> changed, CancellationToken stop)
    {
        if (await db.MemberOf(problem.OwnerId, stop) is not { } owner) return null;
        var known = (await db.Suggestions.Where(s => s.ProblemId == problem.Id && s.MemberId != null).Select(s => s.MemberId!.Value).ToListAsync(stop)).ToHashSet();
        var asker = Asker.Of(owner, await db.OrganisationOf(owner.OrganisationId, stop), problem);
        return (await matcher.Others(problem, asker, known, stop)).FirstOrDefault(one => changed.Contains(one.Member.Id.Value) && one.Member.AmbassadorSince > problem.KeptAt);
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
        db.Facts.Add(new Fact { Kind = FactKind.Shown, At = now, CaseId = hit.Id, Language = problem.Language });
        Tell(problem, new Suggestion
        {
            Id = EntityId.New<SuggestionId>(now), ProblemId = problem.Id, CaseId = hit.Id, Slot = Slot.News, Score = hit.Relevance,
            PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
            Reasons = hit.SharedWords.Count > 0 ? [Reasons.Words(hit)] : [],
        }, now);
    }

    /// <summary>Stands after the people of the answer, whose places are from 0 on.</summary>
    private void Tell(Problem problem, ChosenPerson person, DateTimeOffset now) => Tell(problem, new Suggestion
    {
        Id = EntityId.New<SuggestionId>(now), ProblemId = problem.Id, MemberId = person.Member.Id, Slot = Slot.Person, Rank = MatchingPolicy.MostPeople, Score = person.Score,
        PolicyVersion = MatchingPolicy.Version, CreatedAt = now, Reasons = person.Reasons, Parts = [.. person.Parts],
    }, now);

    private void Tell(Problem problem, Suggestion suggestion, DateTimeOffset now)
    {
        db.Suggestions.Add(suggestion);
        db.Notices.Add(new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = problem.OwnerId, Kind = ProblemNotices.News, Subject = problem.Id.Value,
            Detail = suggestion.Id.ToString(), Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.Broadcast, Unasked = true,
            Due = now, CreatedAt = now,
        });
        problem.SearchAgainDue = now + BetweenNews;
    }
}
