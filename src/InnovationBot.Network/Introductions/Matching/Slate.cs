using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// Which cases an answer shows: the best fit, one that was learned the hard way, one from another field. A slot without a
/// case near enough stays empty: nothing is padded, and what failed is never ranked down for that.
/// </summary>
public static class Slate
{
    /// <param name="found">Readable cases with their hits; any order.</param>
    public static IReadOnlyList<SlatedCase> Of(IEnumerable<(Case Case, CaseHit Hit)> found)
    {
        var left = found.OrderByDescending(one => one.Hit.Relevance).ThenBy(one => one.Case.Key, StringComparer.Ordinal).ToList();
        if (left.Count == 0) return [];

        var (best, bestHit) = left[0];
        var slate = new List<SlatedCase>(MatchingPolicy.MostCases) { new(best, bestHit, Slot.Best) };
        var floor = bestHit.Relevance * MatchingPolicy.SlotFloor;
        left = [.. left.Skip(1).Where(one => one.Hit.Relevance >= floor)];

        Fill(Slot.LearnedTheHardWay, one => one.Outcome is Outcome.Partly or Outcome.Failed or Outcome.StoppedEarly);
        Fill(Slot.OtherField, one => IsOtherField(one, best));
        return slate;

        void Fill(Slot slot, Predicate<Case> suits)
        {
            var at = left.FindIndex(one => suits(one.Case));
            if (at < 0) return;

            slate.Add(new SlatedCase(left[at].Case, left[at].Hit, slot));
            left.RemoveAt(at);
        }
    }

    /// <summary>Another policy area or another level of government; what is not known is not called different.</summary>
    internal static bool IsOtherField(Case one, Case best) =>
        one.PolicyArea is { } area && best.PolicyArea is { } bestArea && !string.Equals(area, bestArea, StringComparison.OrdinalIgnoreCase)
        || one.Tier is { } tier && best.Tier is { } bestTier && tier != bestTier;
}

public sealed record SlatedCase(Case Case, CaseHit Hit, Slot Slot);
