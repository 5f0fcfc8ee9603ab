using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>What somebody asked and has neither withdrawn nor let expire, newest first.</summary>
public sealed class ListProblems(NetworkDb db)
{
    /// <summary>Older ones are in <c>my data</c>.</summary>
    private const int Most = 20;

    public async Task<IReadOnlyList<ProblemOverview>> Handle(MemberId by, CancellationToken stop)
    {
        var problems = await db.Problems.AsNoTracking().Where(p => p.OwnerId == by && p.State != ProblemState.Withdrawn)
            .OrderByDescending(p => p.CreatedAt).Take(Most).ToListAsync(stop);
        var ids = problems.Select(p => p.Id).ToList();
        var asked = (await db.Introductions.AsNoTracking().Where(i => ids.Contains(i.ProblemId)).ToListAsync(stop)).ToLookup(i => i.ProblemId);
        var organisers = problems.Exists(MayBeOffered) && (await db.MembersWith(Role.Organiser, stop)).Any(organiser => organiser.Id != by);
        return [.. problems.Select(p => new ProblemOverview(
            p, asked[p.Id].Any(i => i.IsOpen), asked[p.Id].Count(i => i.BothSaidYes),
            organisers && MayBeOffered(p) && !asked[p.Id].Any(i => i.BothSaidYes)))];

        static bool MayBeOffered(Problem p) => p is { IsOpen: true, OrganiserOfferedAt: not null, OrganiserAskedAt: null };
    }
}

/// <param name="Looking">A request is under way.</param>
/// <param name="Introduced">How many have said yes.</param>
/// <param name="MayAskOrganiser">An organiser may look by hand, if the owner says yes.</param>
public sealed record ProblemOverview(Problem Problem, bool Looking, int Introduced, bool MayAskOrganiser);
