using System.Text.Json.Serialization;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>
/// What organisers say about a round: as checked when it was written. A draft may lack all but the name. Jurors are no
/// part of it; they are rows of their own.
/// </summary>
public sealed record AwardPlan
{
    public const int MostName = 120;
    public const int MostStory = 2000;
    public const int MostRules = 6000;
    public const int MostCategories = 12;

    /// <summary>Jurors that score one nomination unless a round says otherwise.</summary>
    public const int DefaultScoresPerNomination = 2;

    public const int MostScoresPerNomination = 9;
    public const int MostObjectionDays = 90;

    /// <summary>Calendar days between decision and announcement unless a round says otherwise.</summary>
    public const int DefaultObjectionDays = 7;

    /// <summary>Months after the announcement for which what was not accepted to be public is kept unless a round says otherwise.</summary>
    public const int DefaultRetentionMonths = 24;

    public const int MostRetentionMonths = 120;

    public required string Name { get; init; }

    /// <summary>What the award is for and why now.</summary>
    public string? Story { get; init; }

    public List<AwardTrack> Tracks { get; init; } = [AwardTrack.Initiative, AwardTrack.Challenge];
    public List<AwardCategory> Categories { get; init; } = [];

    /// <summary>By the clock of <see cref="Zone"/>; a day alone is its first moment.</summary>
    public LocalTime? CallOpens { get; init; }

    /// <summary>A day alone means until its end, as of all dates that close something.</summary>
    public LocalTime? CallCloses { get; init; }

    /// <summary>None = with the call.</summary>
    public LocalTime? EndorsementsClose { get; init; }

    /// <summary>None = organisers open the jury phase by hand.</summary>
    public LocalTime? EligibilityCloses { get; init; }

    public LocalTime? JuryCloses { get; init; }

    /// <summary>When the results are to be told; a person decides, and nothing is told before the time for objections is over.</summary>
    public LocalTime? Announce { get; init; }

    /// <summary>IANA.</summary>
    public string? Zone { get; init; }

    public int ObjectionDays { get; init; } = DefaultObjectionDays;
    public int ScoresPerNomination { get; init; } = DefaultScoresPerNomination;

    /// <summary>The rules as everybody reads them; a text, or an https address.</summary>
    public string? Rules { get; init; }

    /// <summary>Nominees get reasons afterwards when they ask for them.</summary>
    public bool Feedback { get; init; } = true;

    /// <summary>Who may nominate.</summary>
    public Audience Nominators { get; init; } = Audience.All;

    /// <summary>Who may be nominated.</summary>
    public Audience Nominees { get; init; } = Audience.All;

    public int RetentionMonths { get; init; } = DefaultRetentionMonths;

    public AwardCategory? Category(string key) => Categories.Find(one => one.Key == key);

    [JsonIgnore]
    public TimeZoneInfo? FoundZone => Zone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;

    public LocalTime? this[AwardDate date] => date switch
    {
        AwardDate.CallOpens => CallOpens,
        AwardDate.CallCloses => CallCloses,
        AwardDate.EndorsementsClose => EndorsementsClose,
        AwardDate.EligibilityCloses => EligibilityCloses,
        AwardDate.JuryCloses => JuryCloses,
        _ => Announce,
    };

    public AwardPlan With(AwardDate date, LocalTime? at) => date switch
    {
        AwardDate.CallOpens => this with { CallOpens = at },
        AwardDate.CallCloses => this with { CallCloses = at },
        AwardDate.EndorsementsClose => this with { EndorsementsClose = at },
        AwardDate.EligibilityCloses => this with { EligibilityCloses = at },
        AwardDate.JuryCloses => this with { JuryCloses = at },
        _ => this with { Announce = at },
    };
}

/// <summary>When a plan's local times are, in UTC; none where the plan has none. What closes, closes at that instant: the last second before it is still in time.</summary>
public readonly record struct AwardInstants(
    DateTimeOffset? CallOpens, DateTimeOffset? CallCloses, DateTimeOffset? EndorsementsClose, DateTimeOffset? EligibilityCloses, DateTimeOffset? JuryCloses, DateTimeOffset? Announce);
