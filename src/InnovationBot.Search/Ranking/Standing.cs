namespace InnovationBot.Search.Ranking;

/// <summary>How a document stands among others: by its score, and among equals by the order that is the same in every store.</summary>
/// <param name="Score">More is better.</param>
/// <param name="Order">See <see cref="Indexing.StableOrder"/>; the lower one goes first.</param>
internal readonly record struct Standing(float Score, long Order) : IComparable<Standing>
{
    /// <summary>Worse ones first, as a priority queue wants it.</summary>
    public int CompareTo(Standing other) => Score != other.Score ? Score.CompareTo(other.Score) : other.Order.CompareTo(Order);
}
