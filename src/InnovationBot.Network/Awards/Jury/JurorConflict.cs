namespace InnovationBot.Network.Awards.Jury;

/// <summary>Why a juror neither sees nor scores a nomination.</summary>
public sealed class JurorConflict
{
    public AwardJurorId JurorId { get; init; }
    public NominationId NominationId { get; init; }
    public ConflictKind Kind { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Filled in from what the network knows, and not to be taken back by the juror.</summary>
    public bool IsKnown => Kind is not (ConflictKind.Family or ConflictKind.Declared);
}

public enum ConflictKind { SameOrganisation, Nominee, Partner, Nominator, Endorser, Family, Declared }
