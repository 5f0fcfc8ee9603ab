namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// The numbers of the matching, in one place. They are starting values, to be tuned on what the network's own people say
/// fits. Not among them, and nowhere in the matching: rank, grade, age, gender, nationality, photo, tone of messages,
/// performance data, and how often somebody said no.
/// </summary>
public static class MatchingPolicy
{
    /// <summary>Stored with every suggestion and introduction; raised whenever a number or a rule below changes.</summary>
    public const int Version = 3;

    public const int MostCases = 3;
    public const int MostPeople = 3;

    /// <summary>When the best hit may not fit, one person at most is named: a wrong request costs somebody's time.</summary>
    public const int MostPeopleWhenUnsure = 1;

    /// <summary>The second and third slot, and the only person when unsure, need this share of the best hit's relevance.</summary>
    public const double SlotFloor = 0.6;

    /// <summary>A person needs this share of the best hit's relevance: precision on people, recall on cases.</summary>
    public const double PersonFloor = 0.4;

    public const double RelevanceWeight = 0.45;
    public const double OutcomeWeight = 0.15;
    public const double ContextWeight = 0.15;
    public const double LanguageWeight = 0.10;
    public const double AvailabilityWeight = 0.10;
    public const double FreshnessWeight = 0.05;

    /// <summary>Taken off for each time the network's median of requests in 90 days, up to <see cref="MostLoads"/> times.</summary>
    public const double LoadPenalty = 0.10;
    public const double MostLoads = 2;
    public static readonly TimeSpan LoadWindow = TimeSpan.FromDays(90);

    /// <summary>A case of one's own says more than a named topic, that more than a general offer.</summary>
    public const double CarriedCaseWeight = 1.0;
    public const double TopicWeight = 0.9;
    public const double OfferWeight = 0.8;

    /// <summary>Among those this close to the best the requests go round.</summary>
    public const double RotationWithin = 0.05;

    /// <summary>Somebody of another organisation or level is named before somebody this much better.</summary>
    public const double DiverseWithin = 0.1;

    /// <summary>How long an ambassador counts as new and, not asked yet, goes first among equals.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromDays(90);

    /// <summary>Experience of up to so many years counts as fresh, and fades until <see cref="FadedAfterYears"/>.</summary>
    public const int FreshForYears = 2;
    public const int FadedAfterYears = 10;

    /// <summary>What did not work teaches about as much as what did.</summary>
    public static double Value(Outcome? outcome) => outcome switch
    {
        Outcome.Succeeded => 1.0,
        Outcome.Partly or Outcome.Failed or Outcome.StoppedEarly => 0.9,
        Outcome.TooEarly => 0.5,
        _ => 0.5, // no case behind it: as little known as when it is too early to say
    };

    public const double SameTierContext = 0.8;
    public const double OtherContext = 0.5;
}
