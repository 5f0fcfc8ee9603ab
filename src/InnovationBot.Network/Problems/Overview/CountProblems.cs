using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Overview;

/// <summary>Who asked about what in the last twelve months, and how many of them found nothing: people, by the rule of figures; a group of few is not there at all.</summary>
public sealed class CountProblems(NetworkDb db, ShowFigures figures, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(365);

    /// <returns>For organisers, the most people first, quarters in order of time. <see cref="Cases.Reports.ReportRefusals.OrganisersOnly"/> for everybody else.</returns>
    public async Task<Result<IReadOnlyList<CountedProblems>>> Handle(ProblemGrouping grouping, MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } organiser || !organiser.Has(Role.Organiser)) return Cases.Reports.ReportRefusals.OrganisersOnly;

        var since = clock.GetUtcNow() - Window;
        var asked = await db.Problems.AsNoTracking().Where(p => p.CreatedAt >= since && p.State != ProblemState.Withdrawn)
            .Join(db.Members, p => p.OwnerId, m => m.Id, (p, m) => new Asked(
                p.OwnerId, p.Tasks, p.CreatedAt, m.OrganisationId, m.SaysKind, db.Suggestions.Any(s => s.ProblemId == p.Id && s.Slot != Slot.PassOn && !s.Dismissed && (p.Fit == Fit.Fits || s.Slot == Slot.News)),
                db.Suggestions.Where(s => s.ProblemId == p.Id && s.Slot == Slot.Best && s.Current && s.CaseId != null).Join(db.Cases, s => s.CaseId, c => (CaseId?)c.Id, (s, c) => c.PolicyArea).FirstOrDefault()))
            .ToListAsync(stop);
        var tiers = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Tier }).ToDictionaryAsync(o => o.Id, o => o.Tier, stop);
        var groups = asked.SelectMany(one => Keys(one, grouping, tiers).Select(key => (Key: key, one))).GroupBy(pair => pair.Key, pair => pair.one)
            .Select(group => (group.Key, All: Of(group), Unanswered: Of(group.Where(one => !one.Answered)))).Where(group => group.All.IsLargeEnough).ToList();
        groups = grouping == ProblemGrouping.Time
            ? [.. groups.OrderBy(group => group.Key, StringComparer.Ordinal)]
            : [.. groups.OrderByDescending(group => group.All.Count).ThenBy(group => group.Key, StringComparer.Ordinal)];
        var shown = await figures.Handle($"problems:{Vocabulary.Write(grouping)}", [.. groups.SelectMany(group => new[] { group.All, group.Unanswered })], stop);
        return groups.Select((group, at) => new CountedProblems(group.Key, shown[at * 2], shown[(at * 2) + 1], group.Unanswered.Count == 0)).ToList();
    }

    private static Crowd Of(IEnumerable<Asked> asked) => Crowd.Of(asked.Select(one => (one.OwnerId, one.Organisation)));

    private static IEnumerable<string> Keys(Asked one, ProblemGrouping grouping, Dictionary<OrganisationId, Tier> tiers) => grouping switch
    {
        ProblemGrouping.Task => one.Tasks.Distinct(),
        ProblemGrouping.Theme => string.IsNullOrWhiteSpace(one.Area) ? [] : [one.Area],
        ProblemGrouping.Tier => (one.Organisation is { } id && tiers.TryGetValue(id, out var tier) ? tier : one.Says?.Tier) is { } level ? [Vocabulary.Write(level)] : [],
        _ => [new CheckIns.Quarters.Quarter(one.At.Year, (one.At.Month + 2) / 3).ToString()],
    };

    private sealed record Asked(MemberId OwnerId, List<string> Tasks, DateTimeOffset At, OrganisationId? Organisation, OrganisationKind? Says, bool Answered, string? Area);
}

/// <summary><c>Theme</c> is the policy area of the case that fits best; <c>Time</c> counts by quarter.</summary>
public enum ProblemGrouping { Task, Theme, Tier, Time }

/// <param name="Key">The task, area, tier's word, or quarter.</param>
/// <param name="People">How many people asked.</param>
/// <param name="Unanswered">How many of them were shown nothing that was said to fit for one of their problems.</param>
/// <param name="AllAnswered">Nobody found nothing.</param>
public sealed record CountedProblems(string Key, Figure People, Figure Unanswered, bool AllAnswered);
