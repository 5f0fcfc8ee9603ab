namespace InnovationBot.Network.Cases;

/// <summary>A programme, lab or scheme that cases came from: a dated record. When it ends its cases stay, and say so.</summary>
public sealed class Scheme
{
    public SchemeId Id { get; init; }

    /// <summary>Unique; as the first who named it wrote it.</summary>
    public required string Name { get; init; }

    public DateOnly? StartedOn { get; set; }

    /// <summary>None while it runs.</summary>
    public DateOnly? EndedOn { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }
}
