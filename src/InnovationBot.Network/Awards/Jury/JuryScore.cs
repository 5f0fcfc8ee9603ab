namespace InnovationBot.Network.Awards.Jury;

/// <summary>What one juror makes of one nomination: a draft until submitted, and to be changed until the jury phase ends.</summary>
public sealed class JuryScore
{
    public const int MostComment = 2000;

    public NominationId NominationId { get; init; }
    public AwardJurorId JurorId { get; init; }
    public List<CriterionScore> Values { get; set; } = [];
    public string? Comment { get; set; }
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>None while a draft, which counts for nothing.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    public int Version { get; set; }
}

/// <param name="Criterion">The <see cref="Rounds.AwardCriterion.Key"/>.</param>
/// <param name="Value">1 to 5.</param>
public sealed record CriterionScore(string Criterion, int Value);
