using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// For a text that names a theme ("more innovation", "silos") and no event: cases in which just that stood in the way. They are no
/// answer, but they show what such a theme looks like in somebody's work.
/// </summary>
public sealed class ThemeCases(NetworkDb db)
{
    private const int MostRead = 500;

    /// <summary>Never more than "the nearest".</summary>
    private const double MostRelevant = 0.5;

    /// <summary>What stands in the way where people speak of this; none for a question that no theme led to.</summary>
    public static Barrier? BarrierOf(ConcreteQuestion asked) => asked switch
    {
        ConcreteQuestion.IdeaThatStopped => Barrier.StatusQuo,
        ConcreteQuestion.TaskOrForm => Barrier.ItSystem,
        ConcreteQuestion.LongestStep => Barrier.Capacity,
        ConcreteQuestion.WhoNeededWhat => Barrier.Hierarchy,
        ConcreteQuestion.WhichGroup => Barrier.Trust,
        ConcreteQuestion.WhichRule => Barrier.Legal,
        ConcreteQuestion.NoticedAtTheCounter => Barrier.Political,
        _ => null,
    };

    /// <returns>Readable cases with a lesson, those first that name it first; in the asker's languages where there are enough for a slate.</returns>
    public async Task<IReadOnlyList<(Case Case, CaseHit Hit)>> Of(Barrier barrier, Asker asker, Dismissed dismissed, CancellationToken stop)
    {
        var read = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(asker.Reader)).Where(CaseFilter.None with { Barrier = barrier }, [], [])
            .Where(c => c.Lesson != null).OrderBy(c => c.Key).Take(MostRead).ToListAsync(stop);
        read.RemoveAll(one => dismissed.Cases.Contains(one.Id));
        var own = read.FindAll(one => asker.Languages.Contains(one.Language));
        return [.. (own.Count >= MatchingPolicy.MostCases ? own : read).Select(one => (one, new CaseHit(one.Id, MostRelevant / (1 + one.Barriers.IndexOf(barrier)), [], null)))];
    }
}
