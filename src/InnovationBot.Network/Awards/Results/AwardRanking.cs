using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Awards.Results;

/// <summary>One submitted score, to be ranked.</summary>
public sealed record RankedScore(NominationId Nomination, AwardJurorId Juror, IReadOnlyDictionary<string, int> Values);

/// <summary>What one juror gave, beside what this juror gives on average.</summary>
/// <param name="Own">Weighted mean for this nomination.</param>
/// <param name="OwnMean">Of all of this juror's scores in the category.</param>
public sealed record JurorMean(AwardJurorId Juror, decimal Own, decimal OwnMean);

/// <summary>Why people should talk about a nomination before they decide.</summary>
public enum DiscussReason
{
    /// <summary>Jurors differ by two points or more.</summary>
    Spread,

    /// <summary>As good as another one at the last winner's place.</summary>
    Tie,

    /// <summary>Strict and mild jurors evened out, it would win, or not.</summary>
    Normalised,

    /// <summary>Fewer scores than the round asks for.</summary>
    FewScores,
}

/// <summary>Where a nomination stands.</summary>
/// <param name="Rank">From 1; shared where no criterion tells two apart.</param>
/// <param name="Mean">Of the jurors' weighted means; none without a score.</param>
/// <param name="Normalised">On the same scale; none unless each juror of the category has scored enough.</param>
/// <param name="NormalisedRank">None as above.</param>
/// <param name="ByCriterion">Mean of each criterion.</param>
/// <param name="BrokenBy">The criterion that put it before or after another with the same mean.</param>
public sealed record RankedNomination(
    NominationId Nomination, int Rank, decimal? Mean, decimal? Normalised, int? NormalisedRank, IReadOnlyDictionary<string, decimal> ByCriterion, IReadOnlyList<JurorMean> Jurors, string? BrokenBy,
    IReadOnlyList<DiscussReason> Discuss);

/// <summary>
/// The ranking of one category by raw means: each juror's weighted mean of the criteria, then the mean of the jurors. Ties are broken by the
/// criteria in their published order.
/// </summary>
/// <remarks>
/// Normalised means even out that some jurors are stricter than others: a juror's scores become standard scores (distance from the
/// juror's own mean, in the juror's own standard deviations) and are put back on the scale of all (ISO 13528, B.1; Lang and Lang, Grading
/// and standardisation of assessors). With a few scores a juror's mean says more of what they were given than of how strict they are, so below
/// <see cref="LeastForNormalised"/> there are none. They are told beside the ranking and never are it.
/// </remarks>
public static class AwardRanking
{
    /// <summary>Scores that each juror must have given in the category.</summary>
    public const int LeastForNormalised = 8;

    /// <summary>Two jurors' means for one nomination so far apart are talked about.</summary>
    public const decimal SpreadToDiscuss = 2m;

    /// <param name="nominations">All of the category that the jury looks at, with the criteria of their track.</param>
    /// <param name="criteria">Of the category, in published order.</param>
    /// <param name="scores">Submitted ones.</param>
    /// <param name="winners">Of the category.</param>
    /// <param name="each">Scores a nomination should have.</param>
    public static IReadOnlyList<RankedNomination> Of(
        IReadOnlyDictionary<NominationId, IReadOnlyList<AwardCriterion>> nominations, IReadOnlyList<AwardCriterion> criteria, IReadOnlyCollection<RankedScore> scores, int winners, int each)
    {
        var known = scores.Where(score => nominations.ContainsKey(score.Nomination)).ToList();
        var means = known.ToDictionary(score => (score.Nomination, score.Juror), score => Mean(score, nominations[score.Nomination]));
        var ofJuror = means.GroupBy(one => one.Key.Juror).ToDictionary(one => one.Key, one => one.Select(mean => mean.Value).ToList());
        var normalised = Normalised(means, ofJuror);

        var rows = nominations.Keys.Select(id =>
        {
            var own = known.Where(score => score.Nomination == id).ToList();
            var jurors = own.Select(score => new JurorMean(score.Juror, Round(means[(id, score.Juror)]), Round(ofJuror[score.Juror].Average()))).OrderBy(one => one.Juror.Value).ToList();
            var byCriterion = criteria.Where(criterion => own.Exists(score => score.Values.ContainsKey(criterion.Key)))
                .ToDictionary(criterion => criterion.Key, criterion => Round((decimal)own.Where(score => score.Values.ContainsKey(criterion.Key)).Average(score => score.Values[criterion.Key])));
            decimal? mean = own.Count == 0 ? null : Round(own.Average(score => means[(id, score.Juror)]));
            decimal? even = own.Count == 0 || normalised.Count == 0 ? null : Round(own.Average(score => normalised[(id, score.Juror)]));
            return new RankedNomination(id, 0, mean, even, null, byCriterion, jurors, null, []);
        }).ToList();

        rows.Sort((one, other) => Compare(one, other, criteria) is not 0 and var order ? order : one.Nomination.Value.CompareTo(other.Nomination.Value));
        var ranked = new List<RankedNomination>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var same = i > 0 && Compare(rows[i - 1], rows[i], criteria) == 0;
            ranked.Add(rows[i] with
            {
                Rank = same ? ranked[i - 1].Rank : i + 1,
                NormalisedRank = rows[i].Normalised is { } value ? 1 + rows.Count(other => other.Normalised > value) : null,
                BrokenBy = Broken(rows, i, criteria),
            });
        }

        return [.. ranked.Select(row => row with { Discuss = Discuss(row, ranked, winners, each) })];
    }

    /// <summary>Ranks at the last winner's place that more nominations share than there are places.</summary>
    public static bool IsTiedAtCut(IReadOnlyList<RankedNomination> ranked, int winners) => winners < ranked.Count && winners > 0 && ranked[winners - 1].Rank == ranked[winners].Rank;

    private static decimal Mean(RankedScore score, IReadOnlyList<AwardCriterion> criteria)
    {
        var counted = criteria.Where(criterion => score.Values.ContainsKey(criterion.Key)).ToList();
        var weights = counted.Sum(criterion => criterion.Weight);
        return weights == 0 ? 0 : counted.Sum(criterion => criterion.Weight * score.Values[criterion.Key]) / weights;
    }

    private static Dictionary<(NominationId, AwardJurorId), decimal> Normalised(
        Dictionary<(NominationId Nomination, AwardJurorId Juror), decimal> means, Dictionary<AwardJurorId, List<decimal>> ofJuror)
    {
        if (ofJuror.Count == 0 || ofJuror.Values.Any(own => own.Count < LeastForNormalised)) return [];
        var all = means.Values.ToList();
        var (mean, deviation) = (all.Average(), Deviation(all));
        return means.ToDictionary(one => one.Key, one =>
        {
            var own = ofJuror[one.Key.Juror];
            var spread = Deviation(own);
            return spread == 0 ? mean : mean + ((one.Value - own.Average()) / spread * deviation); // who gave all the same says nothing of their order
        });
    }

    private static decimal Deviation(List<decimal> values)
    {
        var mean = values.Average();
        return (decimal)Math.Sqrt((double)values.Average(value => (value - mean) * (value - mean)));
    }

    private static int Compare(RankedNomination one, RankedNomination other, IReadOnlyList<AwardCriterion> criteria)
    {
        if (one.Mean != other.Mean) return Nullable.Compare(other.Mean, one.Mean);
        return criteria.Select(criterion => other.ByCriterion.GetValueOrDefault(criterion.Key).CompareTo(one.ByCriterion.GetValueOrDefault(criterion.Key))).FirstOrDefault(order => order != 0);
    }

    private static string? Broken(List<RankedNomination> rows, int at, IReadOnlyList<AwardCriterion> criteria)
    {
        if (rows[at].Mean is null) return null;
        var beside = new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < rows.Count && rows[i].Mean == rows[at].Mean && Compare(rows[i], rows[at], criteria) != 0).ToList();
        return beside.Count == 0 ? null : criteria.First(criterion => rows[beside[0]].ByCriterion.GetValueOrDefault(criterion.Key) != rows[at].ByCriterion.GetValueOrDefault(criterion.Key)).Key;
    }

    private static List<DiscussReason> Discuss(RankedNomination row, List<RankedNomination> ranked, int winners, int each)
    {
        List<DiscussReason> reasons = [];
        if (row.Jurors.Count < each) reasons.Add(DiscussReason.FewScores);
        if (row.Jurors.Count > 1 && row.Jurors.Max(one => one.Own) - row.Jurors.Min(one => one.Own) >= SpreadToDiscuss) reasons.Add(DiscussReason.Spread);
        if (IsTiedAtCut(ranked, winners) && row.Rank == ranked[winners - 1].Rank) reasons.Add(DiscussReason.Tie);
        if (row.NormalisedRank is { } rank && rank <= winners != row.Rank <= winners) reasons.Add(DiscussReason.Normalised);
        return reasons;
    }

    /// <summary>Fine enough for no two to be called the same that are not, and free of what division leaves behind.</summary>
    private static decimal Round(decimal value) => Math.Round(value, 6, MidpointRounding.ToEven);
}
