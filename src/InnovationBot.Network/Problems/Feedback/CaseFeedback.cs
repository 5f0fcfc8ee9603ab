namespace InnovationBot.Network.Problems.Feedback;

/// <summary>
/// What somebody said of a case that was suggested for a problem: it helped, or it did not fit. Kept with what the problem was about and
/// without who said it; pressing the other, or taking it back, changes it.
/// </summary>
public sealed class CaseFeedback
{
    /// <summary>The suggestion it was said of: one word for each.</summary>
    public SuggestionId Id { get; init; }

    public CaseId CaseId { get; init; }

    /// <summary>What the problem named, in the search's own words; no text of anybody.</summary>
    public List<string> About { get; set; } = [];

    public bool Helped { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>How readers' words move a case among those for problems like theirs.</summary>
/// <param name="Helped">How many said that it helped with such a problem.</param>
/// <param name="DidNotFit">How many said that it did not fit.</param>
public sealed record FeedbackCount(int Helped, int DidNotFit)
{
    public static readonly FeedbackCount None = new(0, 0);

    /// <summary>Of a case's relevance, for each word; and at most, however many said so: the text decides, people nudge.</summary>
    public const double Step = 0.04;
    public const double Most = 0.12;

    /// <summary>Two problems are alike when they share this part of what the one that names less is about.</summary>
    public const double LeastShared = 0.5;

    public double Factor => 1 + Math.Clamp((Helped - DidNotFit) * Step, -Most, Most);

    public static bool Alike(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other)
    {
        var least = Math.Min(one.Count, other.Count);
        return least > 0 && one.Intersect(other).Count() >= LeastShared * least;
    }
}
