namespace InnovationBot.Network.Introductions;

/// <summary>"Not with this person again": known to the matching alone, shown to nobody, and good in both directions.</summary>
public sealed class BlockedPair
{
    public MemberId ById { get; init; }
    public MemberId OtherId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
