namespace InnovationBot.Network.Awards.Results;

/// <summary>What somebody without conflict found of one claimed result of a finalist.</summary>
public sealed class FactCheck
{
    public const int MostText = 1000;

    public FactCheckId Id { get; init; }
    public NominationId NominationId { get; init; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? CheckerId { get; set; }

    /// <summary>The claim, in the nomination's words.</summary>
    public required string Claim { get; set; }

    public FactVerdict Verdict { get; set; }

    /// <summary>Where it was looked for.</summary>
    public required string Source { get; set; }

    public DateOnly CheckedOn { get; set; }

    /// <summary>What the team says to it, once.</summary>
    public string? Answer { get; set; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? AnsweredById { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }
}

public enum FactVerdict { Confirmed, Partly, NotFound }
