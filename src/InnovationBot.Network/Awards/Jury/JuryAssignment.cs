namespace InnovationBot.Network.Awards.Jury;

/// <summary>A nomination that a juror is to score.</summary>
public sealed class JuryAssignment
{
    public NominationId NominationId { get; init; }
    public AwardJurorId JurorId { get; init; }
    public DateTimeOffset AssignedAt { get; init; }
}
