namespace InnovationBot.Network.Figures;

/// <summary>A count that was shown, with whom it counted: what is shown later is compared with it. Holds nothing else about anybody.</summary>
public sealed class ShownFigure
{
    public long Id { get; init; }

    /// <summary>Which counts could be subtracted from each other: one word for all of a kind.</summary>
    public required string About { get; init; }

    public List<MemberId> People { get; set; } = [];

    /// <summary>As it was shown, also after somebody among them was erased.</summary>
    public int Count { get; init; }

    public DateTimeOffset ShownAt { get; init; }
}
