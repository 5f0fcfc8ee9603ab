namespace InnovationBot.Network.Awards.Jury;

/// <summary>Somebody named to the jury of a round. Scores refer to this row, never to the person, so that they outlive who is forgotten.</summary>
public sealed class AwardJuror
{
    public AwardJurorId Id { get; init; }
    public AwardRoundId RoundId { get; init; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? MemberId { get; set; }

    /// <summary>The <see cref="Rounds.AwardCategory.Key"/>s this person is named for.</summary>
    public List<string> Categories { get; set; } = [];

    /// <summary>When the conflicts of interest were declared for the whole list; before it nothing is scored.</summary>
    public DateTimeOffset? DeclaredAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Who came in this one's place.</summary>
    public AwardJurorId? ReplacedBy { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    public bool Serves => LeftAt is null && MemberId is not null;
}
