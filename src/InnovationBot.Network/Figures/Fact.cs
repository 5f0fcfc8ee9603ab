namespace InnovationBot.Network.Figures;

/// <summary>Something that happened, for later figures: no text, no names, nobody's id.</summary>
public sealed class Fact
{
    public long Id { get; init; }
    public FactKind Kind { get; init; }
    public DateTimeOffset At { get; init; }
    public CaseId? CaseId { get; init; }
    public Tier? Tier { get; init; }
    public string? Country { get; init; }
    public string? PolicyArea { get; init; }
    public Language? Language { get; init; }
}

public enum FactKind { Asked, Shown, Opened, Requested, Introduced, Helped, Reused }
