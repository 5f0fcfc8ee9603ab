namespace InnovationBot.Network.Awards.Nominations;

/// <summary>One sentence of somebody who felt the result; one each. Not a vote: nobody counts it for a juror.</summary>
public sealed class Endorsement
{
    public const int MostSentence = 300;

    public EndorsementId Id { get; init; }
    public NominationId NominationId { get; init; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? MemberId { get; set; }

    public required string Sentence { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}
