using InnovationBot.Network.Cases;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors.Wanted;

/// <summary>The tasks people asked about most in the last 90 days that no active ambassador covers, and who carried a case about them.</summary>
public sealed class UncoveredTasks(NetworkDb db, ITasks tasks, ShowFigures figures, TimeProvider clock)
{
    /// <summary>What counts as of late.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(90);

    /// <returns>For organisers, the most asked about first; a task that only few asked about is not there at all. Nothing for everybody else.</returns>
    public async Task<IReadOnlyList<UncoveredTask>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !member.Has(Role.Organiser)) return [];

        var since = clock.GetUtcNow() - Window;
        List<string> none = [];
        var asked = await db.Problems.AsNoTracking().Where(p => p.CreatedAt >= since && p.Tasks != none).Select(p => new { p.OwnerId, p.Tasks }).ToListAsync(stop);
        if (asked.Count == 0) return [];

        var covered = await Covered(stop);
        var byTask = asked.SelectMany(p => p.Tasks.Select(task => (Task: task, p.OwnerId))).Where(one => !covered.Contains(one.Task)).ToLookup(one => one.Task, one => one.OwnerId);
        List<(string Task, Crowd Crowd)> crowds = [];
        foreach (var task in byTask) crowds.Add((task.Key, await Crowd.Of(db, task.Distinct().ToList(), stop)));
        crowds = [.. crowds.Where(one => one.Crowd.IsLargeEnough).OrderByDescending(one => one.Crowd.Count).ThenBy(one => one.Task, StringComparer.Ordinal)];
        var shown = await figures.Handle("tasks", [.. crowds.Select(one => one.Crowd)], stop);

        List<UncoveredTask> found = [];
        foreach (var ((task, _), figure) in crowds.Zip(shown))
        {
            var authors = await Crowd.Of(db, [.. (await Authors(task, stop)).Select(m => m.Id)], stop);
            var appeal = await db.TaskAppeals.AsNoTracking().Where(a => a.Task == task && a.AskedAt >= since).OrderByDescending(a => a.AskedAt).FirstOrDefaultAsync(stop);
            found.Add(new UncoveredTask(task, figure, await figures.Handle($"authors:{task}", authors, stop), authors.Count > 0, appeal?.AskedAt));
        }

        return found;
    }

    /// <summary>Who wrote or carried a case about it and agreed to be asked about cases, is here, and is no ambassador. Stays inside: nobody is told who.</summary>
    internal async Task<IReadOnlyList<Member>> Authors(string task, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var cases = (await db.Cases.AsNoTracking().Where(c => c.State == CaseState.Published && c.Readers != Readers.Private)
                .Select(c => new { c.Id, c.AuthorId, c.Title, c.Problem, c.Language }).ToListAsync(stop))
            .Where(c => tasks.Of($"{c.Title}. {c.Problem}", c.Language).Contains(task)).ToList();
        var ids = cases.Select(c => c.Id).ToList();
        var people = (await db.CaseContacts.AsNoTracking().Where(c => ids.Contains(c.CaseId)).Select(c => c.MemberId).ToListAsync(stop))
            .Concat(cases.Select(c => c.AuthorId).OfType<MemberId>()).Distinct().ToList();
        return [.. (await db.Members.Where(m => people.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(stop)).Where(m =>
            m.HasJoined && m.Has(Consent.CaseContact) && m.StoppedAt is null && !m.IsAway(now) && !m.IsPaused(now) && m.Ambassador is AmbassadorState.None or AmbassadorState.Retired)];
    }

    /// <summary>By what active ambassadors say they handle, and by the cases they carried.</summary>
    private async Task<IReadOnlySet<string>> Covered(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var ambassadors = (await db.Members.AsNoTracking().Where(m => m.Ambassador == AmbassadorState.Confirmed && m.State == MemberState.Active).ToListAsync(stop)).Where(m => m.CanBeSuggested(now)).ToList();
        var covered = new HashSet<string>();
        foreach (var ambassador in ambassadors)
            foreach (var language in ambassador.Languages.Append(ambassador.Language).Append(Language.English).Distinct())
                covered.UnionWith(ambassador.Topics.Concat(ambassador.Offers).SelectMany(text => tasks.Of(text, language)));

        var ids = ambassadors.Select(m => m.Id).ToList();
        var carried = await db.CaseContacts.AsNoTracking().Where(c => ids.Contains(c.MemberId)).Select(c => c.CaseId).Distinct().ToListAsync(stop);
        foreach (var one in await db.Cases.AsNoTracking().Where(c => carried.Contains(c.Id) && c.State == CaseState.Published).Select(c => new { c.Title, c.Problem, c.Language }).ToListAsync(stop))
            covered.UnionWith(tasks.Of($"{one.Title}. {one.Problem}", one.Language));
        return covered;
    }
}

/// <param name="Asked">How many people asked about it.</param>
/// <param name="Authors">How many who carried a case about it could be asked.</param>
/// <param name="AnyAuthor">There is somebody to ask, also where their number is not shown.</param>
/// <param name="AskedAt">When they were asked last, within the window.</param>
public sealed record UncoveredTask(string Task, Figure Asked, Figure Authors, bool AnyAuthor, DateTimeOffset? AskedAt);
