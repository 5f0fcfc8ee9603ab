using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>How well a person who may be asked suits a problem, component by component; the same data give the same score.</summary>
public sealed record PersonScore(
    double Relevance, double Outcome, double Context, double Language, double Availability, double Freshness, double Loads)
{
    public double Total =>
        MatchingPolicy.RelevanceWeight * Relevance
        + MatchingPolicy.OutcomeWeight * Outcome
        + MatchingPolicy.ContextWeight * Context
        + MatchingPolicy.LanguageWeight * Language
        + MatchingPolicy.AvailabilityWeight * Availability
        + MatchingPolicy.FreshnessWeight * Freshness
        - MatchingPolicy.LoadPenalty * Loads;

    /// <summary>The components, for whoever asks why.</summary>
    public IReadOnlyList<ScorePart> Parts =>
    [
        new(ScorePartKind.Evidence, Relevance), new(ScorePartKind.Outcome, Outcome), new(ScorePartKind.Level, Context), new(ScorePartKind.Language, Language),
        new(ScorePartKind.Availability, Availability), new(ScorePartKind.Freshness, Freshness), new(ScorePartKind.Load, Math.Min(1, Loads / MatchingPolicy.MostLoads)),
    ];

    /// <param name="candidate">Who passed the gates; with at least one piece of evidence.</param>
    /// <param name="asker">Who looks for somebody.</param>
    /// <param name="medianLoad">Requests in 90 days of the person in the middle of the network.</param>
    /// <param name="now">UTC.</param>
    public static PersonScore Of(Candidate candidate, Asker asker, double medianLoad, DateTimeOffset now)
    {
        var best = candidate.Evidence[0];
        var talksIn = PersonAccess.TalksIn(candidate.Member);
        var tier = candidate.Organisation?.Tier ?? candidate.Member.SaysKind?.Tier;
        return new PersonScore(
            Relevance: best.Weighted,
            Outcome: MatchingPolicy.Value(best.Case?.Outcome),
            Context: tier is not null && tier == asker.Tier ? MatchingPolicy.SameTierContext : MatchingPolicy.OtherContext,
            Language: asker.Languages.Count > 0 && talksIn.Contains(asker.Languages[0]) ? 1 : 0.5,
            Availability: Free(candidate),
            Freshness: Fresh(best, now),
            Loads: Math.Min(MatchingPolicy.MostLoads, candidate.Load.LastQuarter / Math.Max(1, medianLoad)));
    }

    /// <summary>The smaller of the free shares of open places and of the month.</summary>
    private static double Free(Candidate candidate) => Math.Clamp(
        Math.Min(
            1 - (double)candidate.Load.Open / Introduction.MostOpenPerGiver,
            1 - (double)candidate.Load.LastMonth / Math.Max(1, candidate.Member.MonthlyCap)),
        0, 1);

    private static double Fresh(CheckedEvidence evidence, DateTimeOffset now)
    {
        if (evidence.Kind == PersonEvidenceKind.CarriedCase && evidence.Case?.Year is { } year)
        {
            var age = now.Year - year - MatchingPolicy.FreshForYears;
            return 1 - Math.Clamp((double)age / (MatchingPolicy.FadedAfterYears - MatchingPolicy.FreshForYears), 0, 1);
        }

        return 0.5; // no year is known
    }
}
