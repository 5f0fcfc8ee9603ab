using InnovationBot.Network.Figures;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Coalitions;

/// <summary>Tasks on which several people had the same problem and no group came of it: an event could bring them together. For organisers; nobody is named.</summary>
public sealed class SuggestEvents(NetworkDb db, ShowFigures figures, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<EventSuggestion>> Handle(MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is not null) return [];
        var since = clock.GetUtcNow() - Window;
        var lapsed = await db.Coalitions.AsNoTracking().Where(c => c.State == CoalitionState.Lapsed && c.Task != null && c.CreatedAt >= since).ToListAsync(stop);
        List<EventSuggestion> found = [];
        foreach (var same in lapsed.GroupBy(c => c.Task!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var ids = same.Select(c => c.Id).ToList();
            var people = await db.CoalitionSeats.AsNoTracking().Where(s => ids.Contains(s.CoalitionId)).Select(s => s.MemberId).Distinct().ToListAsync(stop);
            found.Add(new EventSuggestion(same.Key, await figures.Handle("coalitions", await Crowd.Of(db, people, stop), stop)));
        }

        return found;
    }
}

/// <param name="Task">As <see cref="ITasks"/> names it.</param>
public sealed record EventSuggestion(string Task, Figure People);
