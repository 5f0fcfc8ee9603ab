namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// Chooses who is named of those who suit, so that not all come from one organisation, nor all from one level of government where another
/// is about as good. The first stays first.
/// </summary>
public static class Diversity
{
    /// <param name="ranked">Best first.</param>
    /// <param name="most">How many are named.</param>
    public static IReadOnlyList<ChosenPerson> Choose(IReadOnlyList<ChosenPerson> ranked, int most)
    {
        var left = ranked.ToList();
        var chosen = new List<ChosenPerson>(most);
        while (chosen.Count < most && left.Count > 0)
        {
            var floor = left[0].Score - MatchingPolicy.DiverseWithin;
            var next = left.TakeWhile(one => one.Score >= floor).MaxBy(one => Newness(one, chosen))!; // of equals the first
            chosen.Add(next);
            left.Remove(next);
        }

        return chosen;
    }

    /// <summary>Another organisation counts more than another level.</summary>
    private static int Newness(ChosenPerson one, List<ChosenPerson> chosen) =>
        (chosen.Exists(other => one.Organisation is not null && other.Organisation?.Id == one.Organisation.Id) ? 0 : 2)
        + (chosen.Exists(other => TierOf(other) == TierOf(one)) ? 0 : 1);

    private static Tier? TierOf(ChosenPerson one) => one.Organisation?.Tier ?? one.Member.SaysKind?.Tier;
}
