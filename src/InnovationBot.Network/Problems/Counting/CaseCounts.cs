using InnovationBot.Network.Cases;

namespace InnovationBot.Network.Problems.Counting;

/// <summary>What the cases that fit a problem say together: plain counts, each of which names its cases.</summary>
/// <param name="Total">All that fit and that the asker may read.</param>
/// <param name="Outcomes">Most frequent first, then in the order of the word list.</param>
/// <param name="Barrier">What stood in the way most often; of equally frequent ones the first of the word list.</param>
/// <param name="Cost">The lowest and the highest, of those that tell.</param>
/// <param name="Effort">The shortest and the longest working time, of those that tell.</param>
public sealed record CaseCounts(
    int Total, IReadOnlyList<(Outcome Outcome, int Cases)> Outcomes, (Barrier Barrier, int Cases)? Barrier,
    (CostBand From, CostBand To, int Cases)? Cost, (EffortBand From, EffortBand To, int Cases)? Effort)
{
    /// <summary>Below these a count says more about one organisation than about the problem, and nothing is counted.</summary>
    public const int FewestCases = 5;
    public const int FewestOrganisations = 3;

    /// <returns><c>null</c> when they are too few, or of too few organisations.</returns>
    public static CaseCounts? Of(IReadOnlyCollection<Case> cases)
    {
        if (cases.Count < FewestCases || cases.Select(one => one.OrganisationId).OfType<OrganisationId>().Distinct().Count() < FewestOrganisations) return null;
        var barriers = cases.SelectMany(one => one.Barriers.Distinct()).GroupBy(barrier => barrier).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        var costs = cases.Select(one => one.Cost).OfType<CostBand>().ToList();
        var efforts = cases.Select(one => one.Effort).OfType<EffortBand>().ToList();
        return new(
            cases.Count,
            [.. cases.GroupBy(one => one.Outcome).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => (group.Key, group.Count()))],
            barriers.Count == 0 ? null : (barriers[0].Key, barriers[0].Count()),
            costs.Count == 0 ? null : (costs.Min(), costs.Max(), costs.Count),
            efforts.Count == 0 ? null : (efforts.Min(), efforts.Max(), efforts.Count));
    }
}

/// <summary>One figure of the counts, to open the cases it counts.</summary>
/// <param name="Outcome">Cases with this outcome.</param>
/// <param name="Barrier">Cases that name this barrier.</param>
/// <param name="WithCost">Cases that tell what they cost.</param>
/// <param name="WithEffort">Cases that tell the working time.</param>
public sealed record CountedFigure(Outcome? Outcome = null, Barrier? Barrier = null, bool WithCost = false, bool WithEffort = false)
{
    public bool Holds(Case one) =>
        (Outcome is null || one.Outcome == Outcome) && (Barrier is not { } barrier || one.Barriers.Contains(barrier))
        && (!WithCost || one.Cost is not null) && (!WithEffort || one.Effort is not null);
}
