namespace InnovationBot.Network.Awards.Results;

/// <summary>One line of what was decided in a category.</summary>
public sealed class AwardDecision
{
    public const int MostReason = 1000;

    public AwardDecisionId Id { get; init; }
    public AwardRoundId RoundId { get; init; }
    public required string Category { get; init; }
    public NominationId NominationId { get; init; }

    /// <summary>Where the scores put it, from 1.</summary>
    public int Rank { get; init; }

    public bool Wins { get; init; }

    /// <summary>Set where people depart from the ranking.</summary>
    public string? Reason { get; init; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? DecidedById { get; set; }

    public DateTimeOffset DecidedAt { get; init; }
}
