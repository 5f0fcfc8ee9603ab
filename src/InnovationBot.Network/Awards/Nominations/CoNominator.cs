namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Somebody who nominated the same work after the first: their words stand beside those of the nomination.</summary>
public sealed class CoNominator
{
    public NominationId NominationId { get; init; }
    public MemberId MemberId { get; init; }
    public required NominationContent Content { get; init; }
    public DateTimeOffset JoinedAt { get; init; }
}
